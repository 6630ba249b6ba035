package io.anpip.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure;
import io.anpip.schemas.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Calls the operators' part of a service.
 *
 * <p>Failure: a {@link CommandFailed} with what the service says.
 */
public final class OperatorClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = ApiClient.httpClient();
    private final URI base;
    private final String token;

    public OperatorClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Reads. */
    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Asks for something to be done. */
    public JsonNode post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = EventCodec.decodeDocument(JsonNode.class, answer.body())
                    .orElseGet(() -> EventCodec.mapper()
                            .createObjectNode()
                            .put("detail", new String(answer.body(), StandardCharsets.UTF_8)));
            if (answer.statusCode() >= 300) {
                throw new CommandFailed(new Failure.Unknown("The service answered " + answer.statusCode() + ": "
                        + body.path("detail").asText("no more than that")));
            }
            return body;
        } catch (IOException away) {
            throw new CommandFailed(
                    new Failure.Unknown("There is no answer from " + base + "; 'anpip status' shows what runs."), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(new Failure.Unknown("Stopped while waiting for " + base + "."), stopped);
        }
    }
}
