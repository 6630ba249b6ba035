package io.anpip.transcode.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dialogue of SubStation Alpha (SSA, ASS) as FFmpeg writes it. Italic, bold and underlined stay; places, colours, karaoke and
 * comments go, and so does what is drawn.
 */
public final class SubStationAlphaFile {

    /** Layer, start, end, style, name, three margins, effect; the text is what is left. */
    private static final Pattern DIALOGUE = Pattern.compile(
            "Dialogue: [^,]*,(\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d),(\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d),(?:[^,]*,){6}(.*)");

    private static final Pattern BLOCK = Pattern.compile("\\{[^{}]*}");
    private static final Pattern CODE = Pattern.compile("\\\\([biup])(\\d+)(?![a-zA-Z(])");

    private SubStationAlphaFile() {}

    /** The cues in the order of the file. */
    public static List<SubtitleCue> cues(String file) {
        List<SubtitleCue> cues = new ArrayList<>();
        file.lines().forEach(line -> cue(line).ifPresent(cues::add));
        return List.copyOf(cues);
    }

    private static Optional<SubtitleCue> cue(String line) {
        Matcher dialogue = DIALOGUE.matcher(line);
        if (!dialogue.matches()) {
            return Optional.empty();
        }
        long start = millis(dialogue, 1);
        long end = millis(dialogue, 5);
        String payload = CueText.of(markUp(dialogue.group(9)));
        return end > start && !payload.isEmpty() ? Optional.of(new SubtitleCue(start, end, payload)) : Optional.empty();
    }

    private static String markUp(String text) {
        StringBuilder marked = new StringBuilder();
        boolean drawing = false;
        Matcher block = BLOCK.matcher(text);
        int done = 0;
        while (block.find()) {
            if (!drawing) {
                marked.append(plain(text.substring(done, block.start())));
            }
            done = block.end();
            Matcher code = CODE.matcher(block.group());
            while (code.find()) {
                boolean on = !code.group(2).equals("0");
                if (code.group(1).equals("p")) {
                    drawing = on;
                } else {
                    marked.append(on ? "<" : "</").append(code.group(1)).append('>');
                }
            }
        }
        return drawing
                ? marked.toString()
                : marked.append(plain(text.substring(done))).toString();
    }

    private static String plain(String text) {
        return text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", "\u00a0");
    }

    private static long millis(Matcher times, int group) {
        return ((Long.parseLong(times.group(group)) * 60 + Long.parseLong(times.group(group + 1))) * 60
                                + Long.parseLong(times.group(group + 2)))
                        * 1000
                + Long.parseLong(times.group(group + 3)) * 10;
    }
}
