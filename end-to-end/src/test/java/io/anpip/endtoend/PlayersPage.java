package io.anpip.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site of somebody else's, of another origin than the API, that has the players on its page. */
final class PlayersPage implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    PlayersPage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        resource("/", "players.html", "text/html");
        resource("/players.js", "players.js", "text/javascript");
        script("/hls.js", NpmPackage.pinned("hls.js").file("dist/hls.js"));
        script("/shaka.js", NpmPackage.pinned("shaka-player").file("dist/shaka-player.compiled.js"));
        script("/dash.js", NpmPackage.pinned("dashjs").file("dist/modern/umd/dash.all.min.js"));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + '/';
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void script(String path, Path file) {
        try {
            serve(path, Files.readAllBytes(file), "text/javascript");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void resource(String path, String name, String type) {
        try (InputStream stream = Objects.requireNonNull(PlayersPage.class.getResourceAsStream(name), name)) {
            serve(path, stream.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String path, byte[] bytes, String type) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
