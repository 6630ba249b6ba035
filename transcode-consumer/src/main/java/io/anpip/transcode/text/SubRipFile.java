package io.anpip.transcode.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SubRip as FFmpeg writes it. FFmpeg numbers the cues from 1 on, and does not keep a text from looking like a cue: so a cue begins
 * only where the next number is followed by a time.
 */
public final class SubRipFile {

    private static final Pattern TIMES =
            Pattern.compile("(-?\\d+):(\\d\\d):(\\d\\d),(\\d{3}) --> (-?\\d+):(\\d\\d):(\\d\\d),(\\d{3}).*");

    private SubRipFile() {}

    /** The cues in the order of the file. */
    public static List<SubtitleCue> cues(String file) {
        List<String> lines = file.lines().toList();
        List<SubtitleCue> cues = new ArrayList<>();
        int number = 0;
        int line = nextCue(lines, 0, 1);
        while (line < lines.size()) {
            number++;
            int end = nextCue(lines, line + 2, number + 1);
            cue(lines.get(line + 1), String.join("\n", lines.subList(line + 2, end)))
                    .ifPresent(cues::add);
            line = end;
        }
        return List.copyOf(cues);
    }

    private static int nextCue(List<String> lines, int from, int number) {
        String wanted = Integer.toString(number);
        for (int line = from; line + 1 < lines.size(); line++) {
            if (lines.get(line).strip().equals(wanted)
                    && TIMES.matcher(lines.get(line + 1)).matches()) {
                return line;
            }
        }
        return lines.size();
    }

    private static Optional<SubtitleCue> cue(String times, String text) {
        Matcher matcher = TIMES.matcher(times);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long start = millis(matcher, 1);
        long end = millis(matcher, 5);
        String payload = CueText.of(text);
        return end > start && !payload.isEmpty() ? Optional.of(new SubtitleCue(start, end, payload)) : Optional.empty();
    }

    private static long millis(Matcher times, int group) {
        return ((Long.parseLong(times.group(group)) * 60 + Long.parseLong(times.group(group + 1))) * 60
                                + Long.parseLong(times.group(group + 2)))
                        * 1000
                + Long.parseLong(times.group(group + 3));
    }
}
