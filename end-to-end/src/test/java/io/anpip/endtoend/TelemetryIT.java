package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.endtoend.TelemetryCollector.SeenSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * One video is one trace, from the call that finalizes its upload through every topic to each FFmpeg run and the notification; and what
 * clears up after it counts what it removes.
 */
class TelemetryIT {

    private static final String FINALIZE = "POST /v1/uploads/{id}/finalize";
    private static final String NOTIFICATION = "video.notifications.v1 publish";
    private static final List<String> SERVICES =
            List.of("upload-api", "transcode-consumer", "thumbnail-consumer", "chapter-consumer", "status-projector");

    @Test
    void fromFinalizeToReadyIsOneTrace() {
        try (TelemetryCollector collector = new TelemetryCollector();
                Pipeline pipeline = Pipeline.start("telemetry", settings(collector))) {
            ApiUser user = pipeline.user();
            String id = user.upload(Clips.small());
            user.awaitReady(id, Duration.ofMinutes(2));

            List<SeenSpan> trace = Awaitility.await("a trace from finalize to the notification that the video is ready")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> traceToNotification(collector), Optional::isPresent)
                    .orElseThrow();

            assertThat(trace).extracting(SeenSpan::service).contains(SERVICES.toArray(String[]::new));
            assertThat(trace)
                    .filteredOn(span -> span.name().equals("ffmpeg"))
                    .extracting(SeenSpan::service)
                    .contains("transcode-consumer", "transcode-consumer", "thumbnail-consumer", "chapter-consumer");
            leaveAnAttempt(pipeline, id);
            Awaitility.await("the attempts of an ended video are removed and counted")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        assertThat(collector
                                        .latest("transcode-consumer", "anpip.janitor.objects")
                                        .orElse(0))
                                .isPositive();
                        assertThat(collector.latest("upload-api", "anpip.chunks.removed"))
                                .hasValue(1);
                        assertThat(collector.latest("upload-api", "anpip.admission.waiting"))
                                .hasValue(0);
                    });
        }
    }

    /** As a worker leaves it that died: a video that went well may leave nothing over. */
    private static void leaveAnAttempt(Pipeline pipeline, String id) {
        Path file = pipeline.data().resolve("s3/anpip-work/videos/" + id + "/g1/attempts/chunk-0/died/240p.m4s");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(TelemetryCollector collector) {
        Map<String, String> settings = new HashMap<>(collector.settings());
        settings.put("ANPIP_JANITOR_INTERVAL", "1s");
        settings.put("ANPIP_JANITOR_GRACE", "1s");
        settings.put("ANPIP_UPLOAD_CHUNK_GRACE", "1s");
        settings.put("ANPIP_UPLOAD_SWEEP_INTERVAL", "1s");
        return settings;
    }

    private static Optional<List<SeenSpan>> traceToNotification(TelemetryCollector collector) {
        return collector.tracesWith(FINALIZE).stream()
                .filter(trace -> trace.stream().anyMatch(span -> span.name().equals(NOTIFICATION)))
                .findFirst();
    }
}
