package io.anpip.cli.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anpip.schemas.EventCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The upload calls of the API and an object store in one HTTP server, which refuses or cuts what it is told to. */
final class FaultyApi implements AutoCloseable {
    static final String UPLOAD_ID = "01936f00-0000-7000-8000-000000000001";
    static final int CUT = -1;

    private final HttpServer server;
    private final int chunkSize;
    private final int chunkCount;
    private final Map<Integer, byte[]> stored = new ConcurrentHashMap<>();
    private final Map<Integer, String> promised = new ConcurrentHashMap<>();
    private final Map<Integer, Deque<Integer>> faults = new ConcurrentHashMap<>();
    final AtomicInteger signatures = new AtomicInteger();
    final AtomicInteger announcements = new AtomicInteger();
    volatile JsonNode announced = MissingNode.getInstance();
    final AtomicInteger puts = new AtomicInteger();
    final AtomicInteger finalizations = new AtomicInteger();

    FaultyApi(int chunkSize, int chunkCount) throws IOException {
        this.chunkSize = chunkSize;
        this.chunkCount = chunkCount;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/uploads", this::api);
        server.createContext("/store/", this::store);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next puts of a chunk are answered with these codes. */
    void fail(int chunk, Integer... answers) {
        faults.put(chunk, new ArrayDeque<>(List.of(answers)));
    }

    byte[] stored(int chunk) {
        return stored.getOrDefault(chunk, new byte[0]);
    }

    private void api(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.equals("/v1/uploads")) {
            announcements.incrementAndGet();
            announced = EventCodec.mapper().readTree(call.getRequestBody());
            answer(
                    call,
                    201,
                    Map.of(
                            "uploadId", UPLOAD_ID,
                            "chunkSizeBytes", chunkSize,
                            "chunkCount", chunkCount,
                            "expiresAt", "2026-11-02T00:00:00Z"));
        } else if (path.endsWith("/url")) {
            sign(call, Integer.parseInt(path.split("/")[5]));
        } else if (path.endsWith("/finalize")) {
            finalizations.incrementAndGet();
            answer(call, 202, Map.of());
        } else if (path.contains("/chunks/")) {
            call.sendResponseHeaders(stored.containsKey(Integer.parseInt(path.split("/")[5])) ? 204 : 409, -1);
            call.close();
        } else {
            answer(
                    call,
                    200,
                    Map.of(
                            "uploadId", UPLOAD_ID,
                            "state", "OPEN",
                            "chunkSizeBytes", chunkSize,
                            "chunkCount", chunkCount,
                            "chunks",
                                    new TreeMap<>(stored)
                                            .entrySet().stream()
                                                    .map(chunk -> Map.of(
                                                            "number",
                                                            chunk.getKey(),
                                                            "sizeBytes",
                                                            chunk.getValue().length))
                                                    .collect(Collectors.toList())));
        }
    }

    private void sign(HttpExchange call, int chunk) throws IOException {
        signatures.incrementAndGet();
        JsonNode body = EventCodec.mapper().readTree(call.getRequestBody());
        promised.put(chunk, body.path("checksumSha256").asText());
        answer(
                call,
                200,
                Map.of(
                        "url",
                        address() + "/store/" + chunk,
                        "method",
                        "PUT",
                        "headers",
                        Map.of("x-amz-checksum-sha256", promised.getOrDefault(chunk, ""), "content-length", "17"),
                        "expiresAt",
                        "2026-11-02T00:00:00Z"));
    }

    private void store(HttpExchange call) throws IOException {
        puts.incrementAndGet();
        int chunk = Integer.parseInt(call.getRequestURI().getPath().substring("/store/".length()));
        int fault = faults.getOrDefault(chunk, new ArrayDeque<>()).isEmpty()
                ? 200
                : faults.getOrDefault(chunk, new ArrayDeque<>()).removeFirst();
        if (fault == CUT) {
            call.getRequestBody().read();
            call.close();
            return;
        }
        byte[] bytes = call.getRequestBody().readAllBytes();
        String sent = String.valueOf(call.getRequestHeaders().getFirst("x-amz-checksum-sha256"));
        if (fault == 200 && !(sent.equals(promised.get(chunk)) && sent.equals(sha256(bytes)))) {
            fault = 400;
        }
        if (fault == 200) {
            stored.put(chunk, bytes);
        }
        call.sendResponseHeaders(fault, -1);
        call.close();
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void answer(HttpExchange call, int status, Object body) throws IOException {
        byte[] bytes = EventCodec.encodeDocument(body);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
