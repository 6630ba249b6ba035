package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.endtoend.TraceCollector.SeenSpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One video is one trace, from the call that finalizes its upload through every topic to each FFmpeg run and the notification. */
class TraceIT {

    private static final String FINALIZE = "POST /v1/uploads/{id}/finalize";
    private static final String NOTIFICATION = "video.notifications.v1 publish";
    private static final List<String> SERVICES =
            List.of("upload-api", "transcode-consumer", "thumbnail-consumer", "chapter-consumer", "status-projector");

    @Test
    void fromFinalizeToReadyIsOneTrace() {
        try (TraceCollector collector = new TraceCollector();
                Pipeline pipeline = Pipeline.start("trace", collector.settings())) {
            ApiUser user = pipeline.user();
            user.awaitReady(user.upload(Clips.small()), Duration.ofMinutes(2));

            List<SeenSpan> trace = Awaitility.await("a trace from finalize to the notification that the video is ready")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> traceToNotification(collector), Optional::isPresent)
                    .orElseThrow();

            assertThat(trace).extracting(SeenSpan::service).contains(SERVICES.toArray(String[]::new));
            assertThat(trace)
                    .filteredOn(span -> span.name().equals("ffmpeg"))
                    .extracting(SeenSpan::service)
                    .contains("transcode-consumer", "transcode-consumer", "thumbnail-consumer", "chapter-consumer");
        }
    }

    private static Optional<List<SeenSpan>> traceToNotification(TraceCollector collector) {
        return collector.tracesWith(FINALIZE).stream()
                .filter(trace -> trace.stream().anyMatch(span -> span.name().equals(NOTIFICATION)))
                .findFirst();
    }
}
