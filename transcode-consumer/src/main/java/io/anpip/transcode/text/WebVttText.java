package io.anpip.transcode.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes cues as WebVTT (W3C WebVTT; RFC 8216, 3.5). Pure. */
public final class WebVttText {

    /** The media begin at zero, and so do the cues. Players assume as much, but Apple (5.3) wants to be told. */
    private static final String SEGMENT_HEAD = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n";

    private WebVttText() {}

    /** All cues in one file. */
    public static String whole(List<SubtitleCue> cues) {
        return "WEBVTT\n\n" + blocks(cues);
    }

    /**
     * One file for each segment of the video; a cue that is shown across a boundary stands in all it is shown in, with its whole times.
     *
     * @param endSeconds where the segments end
     */
    public static List<String> segments(List<SubtitleCue> cues, List<Double> endSeconds) {
        List<String> files = new ArrayList<>();
        double start = 0;
        for (double end : endSeconds) {
            double from = start;
            files.add(SEGMENT_HEAD
                    + blocks(cues.stream()
                            .filter(cue -> cue.isShownBetween(from, end))
                            .toList()));
            start = end;
        }
        return List.copyOf(files);
    }

    /** Each with an empty line behind it, the last too: players put segments together. */
    private static String blocks(List<SubtitleCue> cues) {
        StringBuilder text = new StringBuilder();
        for (SubtitleCue cue : cues) {
            text.append(time(cue.startMillis()))
                    .append(" --> ")
                    .append(time(cue.endMillis()))
                    .append('\n')
                    .append(cue.payload())
                    .append("\n\n");
        }
        return text.toString();
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
