package io.anpip.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.ApiClient;
import io.anpip.cli.api.VideoFeed;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.VideoFailed;
import io.anpip.cli.stack.Part;
import io.anpip.cli.stack.ServiceCatalogue;
import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.upload.FileUpload;
import io.anpip.cli.upload.LocalFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of the pipeline.
 *
 * @param seconds from finalize to READY
 * @param cpuSeconds used meanwhile, by part
 */
record PipelineRun(String videoId, double seconds, double playableSeconds, Map<String, Double> cpuSeconds) {

    PipelineRun {
        cpuSeconds = Map.copyOf(cpuSeconds);
    }

    /** Uploads the file, then takes the time from the call of finalize. */
    static PipelineRun of(ApiClient api, FileUpload upload, LocalFile file, StackStatus stack) {
        String videoId = upload.store(file, Optional.of("Benchmark"), Optional.empty());
        Map<String, Double> before = cpu(stack);
        try (VideoFeed feed = VideoFeed.open(api, videoId)) {
            long begun = System.nanoTime();
            upload.finish(file, videoId);
            double playable = 0;
            while (true) {
                Optional<JsonNode> video = feed.next();
                double now = (System.nanoTime() - begun) / 1e9;
                String status =
                        video.map(found -> found.path("status").asText("")).orElse("");
                switch (status) {
                    case "PLAYABLE" -> playable = playable == 0 ? now : playable;
                    case "READY" -> {
                        return new PipelineRun(videoId, now, playable == 0 ? now : playable, since(before, cpu(stack)));
                    }
                    case "FAILED" ->
                        throw new CommandFailed(new VideoFailed(video.map(found ->
                                        found.path("failure").path("reason").asText())
                                .orElse("")));
                    default -> {}
                }
            }
        }
    }

    double cpuOf(String part) {
        return cpuSeconds.getOrDefault(part, 0.0);
    }

    /** Of everything that neither encodes nor looks at pictures. */
    double cpuOfOthers() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum()
                - cpuOf(ServiceCatalogue.TRANSCODE)
                - cpuOf(ServiceCatalogue.THUMBNAILS)
                - cpuOf(ServiceCatalogue.CHAPTERS);
    }

    private static Map<String, Double> cpu(StackStatus stack) {
        Map<String, Double> used = new TreeMap<>();
        for (Part part : stack.parts()) {
            used.put(part.name(), ProcessorTime.of(part.pid()));
        }
        return used;
    }

    private static Map<String, Double> since(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new TreeMap<>();
        after.forEach((part, seconds) -> used.put(part, seconds - before.getOrDefault(part, 0.0)));
        return used;
    }
}
