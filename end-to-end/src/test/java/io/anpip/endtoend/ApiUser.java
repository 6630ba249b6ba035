package io.anpip.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** A client of the public API that knows no more than its documentation. */
final class ApiUser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDED = Set.of("READY", "FAILED");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;

    ApiUser(URI api) {
        this.api = api;
    }

    URI address() {
        return api;
    }

    /** Uploads a whole file and finalizes it; answers the video's id. */
    String upload(Path file) {
        return upload(bytesOf(file), file.getFileName() + "");
    }

    /** Uploads a whole file to be made after an encoding profile; answers the video's id. */
    String upload(Path file, String profile) {
        return upload(bytesOf(file), file.getFileName() + "", Optional.of(profile));
    }

    String upload(byte[] content, String filename) {
        return upload(content, filename, Optional.empty());
    }

    private String upload(byte[] content, String filename, Optional<String> profile) {
        Session session = begin(content.length, filename, profile);
        for (int chunk = 1; chunk <= session.chunkCount(); chunk++) {
            putChunk(session, chunk, content);
        }
        finalize(session);
        return session.id();
    }

    /** An upload under way. */
    record Session(String id, long chunkSize, int chunkCount) {}

    Session begin(long size, String filename) {
        return begin(size, filename, Optional.empty());
    }

    private Session begin(long size, String filename, Optional<String> profile) {
        ObjectNode body = JSON.createObjectNode()
                .put("filename", filename)
                .put("sizeBytes", size)
                .put("contentType", "video/mp4");
        profile.ifPresent(name -> body.put("profile", name));
        JsonNode created = expect(201, send("POST", "/v1/uploads", json(body)));
        return new Session(
                created.path("uploadId").asText(),
                created.path("chunkSizeBytes").asLong(),
                created.path("chunkCount").asInt());
    }

    void putChunk(Session session, int number, byte[] content) {
        String chunk = "/v1/uploads/" + session.id() + "/chunks/" + number;
        JsonNode signed = expect(200, send("POST", chunk + "/url", json(JSON.createObjectNode())));
        int from = (int) ((number - 1) * session.chunkSize());
        int length = (int) Math.min(session.chunkSize(), content.length - from);
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(signed.path("url").asText()))
                .method(signed.path("method").asText(), BodyPublishers.ofByteArray(content, from, length));
        signed.path("headers").properties().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("content-length")) {
                put.header(header.getKey(), header.getValue().asText());
            }
        });
        HttpResponse<String> stored = exchange(put.build());
        if (stored.statusCode() != 200) {
            throw new IllegalStateException("PUT of a chunk: " + stored.statusCode() + ' ' + stored.body());
        }
        expect(204, send("POST", chunk, BodyPublishers.noBody()));
    }

    void finalize(Session session) {
        expect(202, send("POST", "/v1/uploads/" + session.id() + "/finalize", BodyPublishers.noBody()));
    }

    JsonNode upload(String id) {
        return expect(200, send("GET", "/v1/uploads/" + id, BodyPublishers.noBody()));
    }

    JsonNode video(String id) {
        return expect(200, send("GET", "/v1/videos/" + id, BodyPublishers.noBody()));
    }

    /** Waits until the video has come to its end, whichever it is. */
    JsonNode awaitEnd(String id, Duration limit) {
        return Awaitility.await("end of video " + id)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(
                        () -> video(id),
                        video -> ENDED.contains(video.path("status").asText()));
    }

    /** Waits until the video is READY, and has its stream validated. */
    JsonNode awaitReady(String id, Duration limit) {
        JsonNode video = awaitEnd(id, limit);
        if (!video.path("status").asText().equals("READY")) {
            throw new AssertionError("Not READY: " + video.toPrettyString());
        }
        Conformance.check(video);
        return video;
    }

    HttpResponse<String> get(String address) {
        return exchange(HttpRequest.newBuilder(api.resolve(address)).build());
    }

    HttpResponse<byte[]> getBytes(String address) {
        try {
            return http.send(HttpRequest.newBuilder(api.resolve(address)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body) {
        return exchange(HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " in place of " + status
                    + ": " + answer.body());
        }
        try {
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
