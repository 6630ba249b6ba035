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

/** A site of somebody else's, of another origin than the API. */
final class Site implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private Site(HttpServer server) {
        this.server = server;
    }

    /** One that has players on its page. */
    static Site ofPlayers() {
        return opened().resource("/", "players.html", "text/html")
                .resource("/players.js", "players.js", "text/javascript")
                .file("/hls.js", NpmPackage.pinned("hls.js").file("dist/hls.js"), "text/javascript")
                .file(
                        "/shaka.js",
                        NpmPackage.pinned("shaka-player").file("dist/shaka-player.compiled.js"),
                        "text/javascript")
                .file(
                        "/dash.js",
                        NpmPackage.pinned("dashjs").file("dist/modern/umd/dash.all.min.js"),
                        "text/javascript");
    }

    /**
     * One that has clients for uploads on its page, and a file to upload at {@code /clip.mp4}.
     *
     * @param uppy the version of Uppy, by what the build calls it
     */
    static Site ofUploadClients(String uppy, Path clip) {
        return opened().resource("/", "upload-clients.html", "text/html")
                .resource("/upload-clients.js", "upload-clients.js", "text/javascript")
                .file("/tus.js", NpmPackage.pinned("tus-js-client").file("dist/tus.min.js"), "text/javascript")
                .file(
                        "/upchunk.js",
                        NpmPackage.pinned("@mux/upchunk", "upchunk").file("dist/upchunk.js"),
                        "text/javascript")
                .file("/uppy.js", NpmPackage.pinned("uppy", uppy).file("dist/uppy.min.js"), "text/javascript")
                .file("/clip.mp4", clip, "video/mp4");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + '/';
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private static Site opened() {
        try {
            Site site = new Site(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            site.server.setExecutor(site.workers);
            site.server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Site file(String path, Path file, String type) {
        try {
            return serve(path, Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Site resource(String path, String name, String type) {
        try (InputStream stream = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return serve(path, stream.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Site serve(String path, byte[] bytes, String type) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        return this;
    }
}
