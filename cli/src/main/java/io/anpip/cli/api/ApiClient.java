package io.anpip.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.ApiRefused;
import io.anpip.cli.failure.Failure.ApiUnreachable;
import io.anpip.schemas.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls the public API.
 *
 * <p>Failure: every call may be repeated and is, while the API is away or overloaded: the first ones of a command for a moment, those in
 * the middle of something for longer. Then, and at once for any other refusal, a {@link CommandFailed} says why. Threading: safe.
 */
public final class ApiClient {
    private static final ObjectMapper JSON = EventCodec.mapper();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    /** For the first call of a command: an API that is not there is to be noticed soon. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);

    /** For what is under way: long enough for a restart of the whole stack. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(90);

    private static final Duration CALL = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI base;

    public ApiClient(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** A client as the API and the store want it. */
    public static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** The address of the API. */
    public URI base() {
        return base;
    }

    /** Where people watch a video. */
    public URI watchPage(String videoId) {
        return resolve("/watch/" + videoId);
    }

    /** Begins an upload. */
    public UploadSession startUpload(
            String filename, long sizeBytes, String contentType, Optional<String> title, Optional<String> profile) {
        Map<String, Object> announcement =
                new LinkedHashMap<>(Map.of("filename", filename, "sizeBytes", sizeBytes, "contentType", contentType));
        title.ifPresent(text -> announcement.put("title", text));
        profile.ifPresent(name -> announcement.put("profile", name));
        return read(expectSuccess(post("/v1/uploads", json(announcement), SHORT_PATIENCE)), UploadSession.class);
    }

    /** Asks where to put a chunk; the store will check the bytes against this SHA-256 (base 64). */
    public SignedPut chunkUrl(String uploadId, int chunk, String sha256) {
        String path = "/v1/uploads/" + uploadId + "/chunks/" + chunk + "/url";
        return read(expectSuccess(post(path, json(Map.of("checksumSha256", sha256)), LONG_PATIENCE)), SignedPut.class);
    }

    /** Says that a chunk is stored; false if the API does not find it in the store. */
    public boolean chunkStored(String uploadId, int chunk) {
        Answer answer = post("/v1/uploads/" + uploadId + "/chunks/" + chunk, "", LONG_PATIENCE);
        if (answer.status() == 409 || answer.status() == 422) {
            return false;
        }
        expectSuccess(answer);
        return true;
    }

    /** What the API knows of an upload; empty if it knows none such, or none any more. */
    public Optional<UploadState> uploadState(String uploadId) {
        Answer answer = get("/v1/uploads/" + uploadId, SHORT_PATIENCE);
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        return Optional.of(UploadState.of(expectSuccess(answer).body()));
    }

    /** Asks for the video; may be repeated. */
    public void finalizeUpload(String uploadId) {
        expectSuccess(post("/v1/uploads/" + uploadId + "/finalize", "", LONG_PATIENCE));
    }

    /** Gives an upload up; its chunks go. */
    public void abortUpload(String uploadId) {
        expectSuccess(
                send(HttpRequest.newBuilder(resolve("/v1/uploads/" + uploadId)).DELETE(), LONG_PATIENCE));
    }

    /** Removes a video with everything that was made of it. */
    public void removeVideo(String videoId) {
        expectSuccess(
                send(HttpRequest.newBuilder(resolve("/v1/videos/" + videoId)).DELETE(), LONG_PATIENCE));
    }

    /** The document of a video; empty as long as there is none. */
    public Optional<JsonNode> video(String videoId) {
        return video(videoId, SHORT_PATIENCE);
    }

    /** The same for somebody who follows a video and does not mind a restart of the API. */
    Optional<JsonNode> videoPatiently(String videoId) {
        return video(videoId, LONG_PATIENCE);
    }

    private Optional<JsonNode> video(String videoId, Duration patience) {
        Answer answer = get("/v1/videos/" + videoId, patience);
        return answer.status() == 404 || answer.status() == 410
                ? Optional.empty()
                : Optional.of(expectSuccess(answer).body());
    }

    /** The live changes of a video, from the one after this event id. */
    EventStream events(String videoId, Optional<String> lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(resolve("/v1/videos/" + videoId + "/events"))
                .header("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        var response = http.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("No event stream: " + response.statusCode());
        }
        return new EventStream(response.body());
    }

    private Answer get(String path, Duration patience) {
        return send(HttpRequest.newBuilder(resolve(path)).GET(), patience);
    }

    private Answer post(String path, String body, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(body.isEmpty() ? request : request.header("Content-Type", "application/json"), patience);
    }

    private Answer send(HttpRequest.Builder draft, Duration patience) {
        HttpRequest request = draft.header("Accept", "application/json, application/problem+json")
                .timeout(CALL)
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            boolean last = System.nanoTime() + pause.toNanos() > deadline;
            try {
                var response = http.send(request, BodyHandlers.ofString());
                Answer answer = new Answer(response.statusCode(), parse(response.body()));
                if (!answer.isTransient() || last) {
                    return answer;
                }
            } catch (IOException noAnswer) {
                if (last) {
                    throw new CommandFailed(new ApiUnreachable(base, reasonOf(noAnswer)), noAnswer);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandFailed(new ApiUnreachable(base, "interrupted"), interrupted);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    private static Answer expectSuccess(Answer answer) {
        if (!answer.isSuccess()) {
            throw new CommandFailed(new ApiRefused(answer.status(), answer.problemTitle(), answer.problemDetail()));
        }
        return answer;
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static <T> T read(Answer answer, Class<T> type) {
        try {
            return JSON.treeToValue(answer.body(), type);
        } catch (JsonProcessingException unexpected) {
            throw new CommandFailed(
                    new ApiRefused(
                            answer.status(), "an answer that is not understood", "Unexpected answer: " + answer.body()),
                    unexpected);
        }
    }

    private static String json(Map<String, Object> body) {
        return new String(EventCodec.encodeDocument(body), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String reasonOf(IOException failure) {
        return Optional.ofNullable(failure.getMessage())
                .filter(message -> !message.isBlank())
                .orElse("connection refused");
    }

    private URI resolve(String path) {
        return base.resolve(path);
    }
}
