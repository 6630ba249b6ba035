package io.anpip.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.ApiClient;
import io.anpip.cli.api.VideoFeed;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.TookTooLong;
import io.anpip.cli.terminal.Quantity;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows one video until it is READY or FAILED, and shows on the way what happens. */
public final class VideoFollower {
    /** A video that shows no sign of life for so long is given up by whoever waits for it, not by the pipeline. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ApiClient api;
    private final Terminal terminal;
    private final Map<String, String> milestones = new HashMap<>();
    private boolean playableShown;

    public VideoFollower(ApiClient api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    /** Returns the last document: its status is READY or FAILED. */
    public JsonNode untilTheEnd(String videoId) {
        long begun = System.nanoTime();
        long lastChange = begun;
        Optional<JsonNode> before = Optional.empty();
        try (VideoFeed feed = VideoFeed.open(api, videoId)) {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<JsonNode> video = feed.next();
                if (video.isPresent() && !video.equals(before)) {
                    before = video;
                    lastChange = System.nanoTime();
                    show(video.get(), Duration.ofNanos(lastChange - begun));
                    if (isTerminal(video.get())) {
                        return video.get();
                    }
                }
                if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                    break;
                }
            }
        }
        throw new CommandFailed(new TookTooLong("The end of video " + videoId, PATIENCE.toSeconds()));
    }

    private static boolean isTerminal(JsonNode video) {
        String status = statusOf(video);
        return status.equals("READY") || status.equals("FAILED");
    }

    private static String statusOf(JsonNode video) {
        return video.path("status").asText("");
    }

    private void show(JsonNode video, Duration since) {
        Style style = terminal.style();
        String id = video.path("id").asText("");
        String watch = style.address(api.watchPage(id).toString());
        boolean playable = statusOf(video).equals("PLAYABLE");
        if (playable && !playableShown) {
            playableShown = true;
            terminal.line("  " + style.tick() + " playable after " + Quantity.time(since) + ": " + watch);
        }
        if (terminal.isLive()) {
            terminal.block(StageLines.of(video, style));
        } else {
            milestoneLines(video);
        }
        if (isTerminal(video)) {
            terminal.keepBlock();
            terminal.line(lastLine(video, since, watch));
        }
    }

    private String lastLine(JsonNode video, Duration since, String watch) {
        Style style = terminal.style();
        return statusOf(video).equals("READY")
                ? "  " + style.tick() + " " + style.strong("ready") + " after " + Quantity.time(since) + ": " + watch
                : "  " + style.cross() + " failed: "
                        + video.path("failure").path("reason").asText("no reason given");
    }

    private void milestoneLines(JsonNode video) {
        for (String stage : List.copyOf(StageLines.STAGES)) {
            JsonNode now = video.path("stages").path(stage);
            String milestone = StageLines.milestone(now);
            String said = milestones.getOrDefault(stage, "PENDING/0");
            if (!milestone.equals(said)) {
                milestones.put(stage, milestone);
                terminal.line(StageLines.line(stage, now, terminal.style()));
            }
        }
    }
}
