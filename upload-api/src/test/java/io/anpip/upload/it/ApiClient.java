package io.anpip.upload.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Speaks to the API and to the store as any client does: with the JDK and nothing of ours. */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    ApiClient(URI base) {
        this.base = base;
    }

    /** What came back. */
    record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {

        JsonNode json() {
            try {
                return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(base.resolve(path)).GET(), headers));
    }

    Answer head(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(base.resolve(path)).HEAD(), headers));
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).DELETE());
    }

    Answer post(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()));
    }

    Answer post(String path, String json, String... headers) {
        return send(with(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                headers));
    }

    Answer put(String path, String json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    /** Puts bytes to an address of the API. */
    Answer putBytes(URI to, byte[] bytes, String... headers) {
        return send(with(HttpRequest.newBuilder(to).PUT(BodyPublishers.ofByteArray(bytes)), headers));
    }

    /** Any call. */
    Answer call(String method, URI to, byte[] bytes, String... headers) {
        return send(with(HttpRequest.newBuilder(to).method(method, BodyPublishers.ofByteArray(bytes)), headers));
    }

    /** Announces a file. */
    JsonNode announce(long sizeBytes, String... headers) {
        return post(
                        "/v1/uploads",
                        json(Map.of("filename", "clip.mp4", "sizeBytes", sizeBytes, "contentType", "video/mp4")),
                        headers)
                .json();
    }

    /** Puts one chunk by its presigned URL and answers the status of the store. */
    int putChunk(String uploadId, int number, byte[] bytes) {
        JsonNode signed =
                post("/v1/uploads/" + uploadId + "/chunks/" + number + "/url").json();
        return put(signed, bytes);
    }

    /** Puts bytes where a signed answer says. */
    int put(JsonNode signed, byte[] bytes) {
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(signed.path("url").asText())).PUT(BodyPublishers.ofByteArray(bytes));
        headersOf(signed).forEach(put::header);
        return send(put).status();
    }

    /** Uploads random bytes as a whole video and finalizes it; answers its id. */
    String uploadSmall(String... headers) {
        byte[] bytes = Bytes.random(1000);
        String id = announce(bytes.length, headers).path("uploadId").asText();
        putChunk(id, 1, bytes);
        Answer finished = post("/v1/uploads/" + id + "/finalize");
        if (finished.status() != 202) {
            throw new AssertionError("Not finalized: " + finished.json());
        }
        return id;
    }

    URI address(String path) {
        return base.resolve(path);
    }

    static HttpClient http() {
        return HTTP;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> headersOf(JsonNode signed) {
        Map<String, String> headers = new HashMap<>();
        signed.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
