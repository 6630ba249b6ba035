package io.anpip.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stages of a video as lines of text; pure. */
final class StageLines {
    static final List<String> STAGES = List.of("source", "transcode", "thumbnails", "chapters");
    private static final int BAR = 24;
    private static final int NAME = 12;

    private StageLines() {}

    /** A line for every stage. */
    static List<String> of(JsonNode video, Style style) {
        List<String> lines = new ArrayList<>();
        for (String stage : STAGES) {
            lines.add(line(stage, video.path("stages").path(stage), style));
        }
        return lines;
    }

    /** The line of one stage. */
    static String line(String name, JsonNode stage, Style style) {
        String status = stage.path("status").asText("PENDING");
        String label = Style.padded(name, NAME);
        return switch (status) {
            case "DONE" -> "  " + Style.padded(style.tick(), 3) + label + "done";
            case "FAILED" ->
                "  " + Style.padded(style.cross(), 3) + label + "failed: "
                        + stage.path("failure").path("reason").asText("no reason given");
            case "RUNNING" ->
                "  " + Style.padded(style.dots(), 3) + label
                        + style.bar(stage.path("progress").asInt() / 100.0, BAR)
                        + String.format(
                                Locale.ROOT, " %3d %%", stage.path("progress").asInt());
            default -> "  " + Style.padded("", 3) + style.faint(label + "waiting");
        };
    }

    /** What changes when there is something to say about a stage: its state, and every quarter of its way. */
    static String milestone(JsonNode stage) {
        return stage.path("status").asText("PENDING") + "/"
                + stage.path("progress").asInt() / 25;
    }
}
