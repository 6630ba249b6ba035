package io.anpip.chaos.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.chaos.process.Pipeline;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The operators' part of the API, as an operator uses it. */
final class DeadLetterDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/operator/dead-letters";

    private final Pipeline pipeline;

    private DeadLetterDesk(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    static DeadLetterDesk of(Pipeline pipeline) {
        return new DeadLetterDesk(pipeline);
    }

    /** A dead letter by its place, with the key of its record. */
    record Letter(String place, String key) {}

    List<Letter> list() throws IOException, InterruptedException {
        List<Letter> letters = new ArrayList<>();
        for (JsonNode item : call("GET", "?limit=1000").path("items")) {
            letters.add(new Letter(
                    item.path("topic").asText()
                            + '/'
                            + item.path("partition").asInt()
                            + '/'
                            + item.path("offset").asLong(),
                    item.path("key").asText()));
        }
        return List.copyOf(letters);
    }

    void redrive(Letter letter) throws IOException, InterruptedException {
        call("POST", '/' + letter.place() + "/redrive");
    }

    private JsonNode call(String method, String rest) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(pipeline.apiAddress().resolve(PATH + rest))
                            .header(
                                    "Authorization",
                                    "Bearer " + pipeline.servers().operatorToken())
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return JSON.readTree(answer.body());
        }
    }
}
