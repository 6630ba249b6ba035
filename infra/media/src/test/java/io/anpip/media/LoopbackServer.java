package io.anpip.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on this machine that notes who asked for what; plays the store, and the host nobody may call. */
final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    LoopbackServer(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            handler.handle(exchange);
        });
        server.start();
    }

    /** Serves one file with byte ranges. */
    static LoopbackServer serving(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return new LoopbackServer(exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = 0;
            int to = content.length;
            if (range != null) {
                String[] bounds = range.substring("bytes=".length()).split("-", -1);
                from = Integer.parseInt(bounds[0]);
                to = bounds[1].isEmpty() ? to : Math.min(to, Integer.parseInt(bounds[1]) + 1);
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
            }
            exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
            answer(exchange, range == null ? 200 : 206, Arrays.copyOfRange(content, from, to));
        });
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
