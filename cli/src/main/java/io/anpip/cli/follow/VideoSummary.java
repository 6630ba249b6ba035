package io.anpip.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A video's document as lines for people; pure. */
public final class VideoSummary {
    private VideoSummary() {}

    /** The lines. */
    public static List<String> lines(JsonNode video, URI watchPage, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(video.path("title").asText("")) + "  " + statusWord(video, style) + "  "
                + video.path("progress").asInt() + " %");
        lines.addAll(StageLines.of(video, style));
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("watch", style.address(watchPage.toString())));
        if (video.hasNonNull("width")) {
            facts.add(List.of(
                    "picture",
                    video.path("width").asInt() + " x " + video.path("height").asInt() + ", "
                            + String.format(
                                    Locale.ROOT, "%.2f", video.path("frameRate").asDouble()) + " frames/s, "
                            + String.format(
                                    Locale.ROOT,
                                    "%.1f s",
                                    video.path("durationSeconds").asDouble())));
        }
        for (JsonNode rendition : video.path("renditions")) {
            facts.add(List.of(
                    rendition.path("name").asText(),
                    rendition.path("averageBitrate").asLong() / 1000 + " kbit/s on average, peak "
                            + rendition.path("peakBitrate").asLong() / 1000 + ", "
                            + rendition.path("codecs").asText()));
        }
        if (video.path("failure").hasNonNull("reason")) {
            facts.add(List.of(
                    "why", style.bad(video.path("failure").path("reason").asText())));
        }
        lines.addAll(Table.lines(facts));
        return lines;
    }

    private static String statusWord(JsonNode video, Style style) {
        String status = video.path("status").asText("");
        return switch (status) {
            case "READY", "PLAYABLE" -> style.good(status);
            case "FAILED" -> style.bad(status);
            default -> status;
        };
    }
}
