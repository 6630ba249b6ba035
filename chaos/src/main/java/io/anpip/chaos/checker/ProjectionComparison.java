package io.anpip.chaos.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.chaos.process.Pipeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Has the projector make its table anew beside the live one, and compare. */
public final class ProjectionComparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String PATH = "/operator/projection/rebuild";

    private ProjectionComparison() {}

    /** The report; empty when the projector does not offer it, or does not come to an end. */
    public static Optional<JsonNode> of(Pipeline pipeline) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + pipeline.projector().port() + PATH + "?compareOnly=true"))
                    .timeout(LIMIT)
                    .header("Authorization", "Bearer " + pipeline.servers().operatorToken());
            HttpResponse<byte[]> begun =
                    http.send(request.POST(BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (begun.statusCode() >= 300) {
                return Optional.empty();
            }
            long until = System.nanoTime() + LIMIT.toNanos();
            while (System.nanoTime() < until) {
                HttpResponse<byte[]> answer = http.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
                JsonNode progress = JSON.readTree(answer.body());
                if (progress.hasNonNull("report")) {
                    return Optional.of(progress.path("report"));
                }
                if (progress.path("state").asText().equals("FAILED")) {
                    return Optional.empty();
                }
                Thread.sleep(Duration.ofMillis(300));
            }
            return Optional.empty();
        }
    }
}
