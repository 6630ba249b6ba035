package io.anpip.chaos.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that does not give up: it calls again after anything but a refusal, and notes what it was promised and what it saw.
 *
 * <p>Threading: safe.
 */
public final class Client {

    /** Says whose an upload is, where the pipeline is set up to hear it. */
    public static final String OWNER = "X-Anpip-Owner";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FORBIDDEN = 403;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI base;
    private final Ledger ledger;
    private final Map<String, List<Sighting>> seen = new ConcurrentHashMap<>();
    private final AtomicInteger serverErrors = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger refusalsWithoutAdvice = new AtomicInteger();

    public Client(URI base, Ledger ledger) {
        this.base = base;
        this.ledger = ledger;
    }

    /** Uploads a clip and returns its video's id once it was acknowledged. */
    public String upload(Path clip) throws IOException, InterruptedException {
        return upload(clip, "");
    }

    /** The same for an owner. */
    public String upload(Path clip, String owner) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(clip);
        String announcement = JSON.writeValueAsString(Map.of(
                "filename",
                clip.getFileName().toString(),
                "sizeBytes",
                bytes.length,
                "contentType",
                "video/mp4",
                "profile",
                "fast"));
        JsonNode session = api("POST", "/v1/uploads", announcement, owner);
        String id = session.path("uploadId").asText();
        int chunkSize = session.path("chunkSizeBytes").asInt();
        for (int number = 1; number <= session.path("chunkCount").asInt(); number++) {
            int from = (number - 1) * chunkSize;
            put(id, number, Arrays.copyOfRange(bytes, from, Math.min(from + chunkSize, bytes.length)));
        }
        api("POST", "/v1/uploads/" + id + "/finalize", "");
        ledger.acknowledged(id);
        return id;
    }

    private void put(String id, int number, byte[] bytes) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode signed = api("POST", "/v1/uploads/" + id + "/chunks/" + number + "/url", "");
            Optional<HttpResponse<byte[]>> answer =
                    send(HttpRequest.newBuilder(URI.create(signed.path("url").asText()))
                            .PUT(BodyPublishers.ofByteArray(bytes))
                            .build());
            if (answer.isPresent() && answer.get().statusCode() == 200) {
                return;
            }
            giveUpAfter(until, "The store does not take a chunk");
        }
    }

    /** Looks at a video once; empty while the API does not answer. */
    public Optional<JsonNode> look(String id) throws IOException, InterruptedException {
        Optional<HttpResponse<byte[]>> answer =
                ask(HttpRequest.newBuilder(base.resolve("/v1/videos/" + id)).build());
        if (answer.isEmpty() || answer.get().statusCode() != 200) {
            return Optional.empty();
        }
        JsonNode video = JSON.readTree(answer.get().body());
        Sighting sighting = new Sighting(
                video.path("generation").asInt(), video.path("status").asText());
        List<Sighting> history = seen.computeIfAbsent(id, key -> Collections.synchronizedList(new ArrayList<>()));
        if (history.isEmpty() || !history.getLast().equals(sighting)) {
            history.add(sighting);
        }
        return Optional.of(video);
    }

    /** Waits until all videos that were promised have ended; the ids of those that have not within the limit. */
    public List<String> awaitEnds(Duration limit) throws IOException, InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        List<String> open = new ArrayList<>(ledger.videos());
        while (!open.isEmpty() && System.nanoTime() < until) {
            List<String> still = new ArrayList<>();
            for (String id : open) {
                if (look(id).filter(Client::hasEnded).isEmpty()) {
                    still.add(id);
                }
            }
            open = still;
            Thread.sleep(PAUSE);
        }
        return open;
    }

    /** What was seen of each video, in order, without repetitions. */
    public Map<String, List<Sighting>> seen() {
        return Map.copyOf(seen);
    }

    /** How many answers were of the 5xx kind but 503, which says when to come back. */
    public int serverErrors() {
        return serverErrors.get();
    }

    /** How many answers were 503. */
    public int unavailable() {
        return unavailable.get();
    }

    /** How many answers were 429. */
    public int refusals() {
        return refusals.get();
    }

    /** How many of the 429 did not say when to come again. */
    public int refusalsWithoutAdvice() {
        return refusalsWithoutAdvice.get();
    }

    private static boolean hasEnded(JsonNode video) {
        return new Sighting(0, video.path("status").asText()).isEnd();
    }

    private JsonNode api(String method, String path, String body) throws IOException, InterruptedException {
        return api(method, path, body, "");
    }

    private JsonNode api(String method, String path, String body, String owner)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<HttpResponse<byte[]>> answer = ask(HttpRequest.newBuilder(base.resolve(path))
                    .header("Content-Type", "application/json")
                    .header(OWNER, owner)
                    .method(method, BodyPublishers.ofString(body))
                    .build());
            if (answer.isPresent() && answer.get().statusCode() < 300) {
                return answer.get().body().length == 0
                        ? JSON.createObjectNode()
                        : JSON.readTree(answer.get().body());
            }
            int status = answer.map(HttpResponse::statusCode).orElse(0);
            // The store may lag behind after its own restart; everything else below 500 is meant.
            if (status >= 400 && status < 500 && status != TOO_MANY && status != FORBIDDEN && status != 409) {
                throw new IllegalStateException(method + " " + path + " is refused: " + status);
            }
            giveUpAfter(until, method + " " + path + " has no answer, last " + status);
        }
    }

    /** Asks the API; its answers are counted, those of the store are not. */
    private Optional<HttpResponse<byte[]>> ask(HttpRequest request) throws InterruptedException {
        Optional<HttpResponse<byte[]>> answer = send(request);
        answer.ifPresent(this::count);
        return answer;
    }

    private Optional<HttpResponse<byte[]>> send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(answer);
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private void count(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == UNAVAILABLE) {
            unavailable.incrementAndGet();
        } else if (answer.statusCode() >= 500) {
            serverErrors.incrementAndGet();
        } else if (answer.statusCode() == TOO_MANY) {
            refusals.incrementAndGet();
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                refusalsWithoutAdvice.incrementAndGet();
            }
        }
    }

    private static void giveUpAfter(long until, String what) throws InterruptedException {
        if (System.nanoTime() > until) {
            throw new IllegalStateException(what + " for " + PATIENCE.toMinutes() + " minutes");
        }
        Thread.sleep(PAUSE);
    }
}
