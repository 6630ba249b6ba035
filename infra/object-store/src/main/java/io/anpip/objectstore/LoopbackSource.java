package io.anpip.objectstore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anpip.schemas.ObjectRef;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets FFmpeg read stored objects by HTTP ranges from 127.0.0.1, so that it needs no credentials and no other address than the
 * loopback.
 *
 * <p>One virtual file may span several objects (the chunks of an upload), so reading does not have to wait for combining. Each opened
 * file has an unguessable path that is gone when it is closed. Reads go to the store in blocks of {@link BlockCache#BLOCK_BYTES}, with
 * one block read ahead; memory is bounded by the cache of each open file.
 *
 * <p>Threading: one virtual thread per request.
 */
@Singleton
public class LoopbackSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(LoopbackSource.class);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_FOUND = 404;
    private static final int UNSATISFIABLE = 416;

    private final ObjectStore store;
    private final HttpServer server;
    private final Map<String, BlockCache> files = new ConcurrentHashMap<>();

    @Inject
    public LoopbackSource(ObjectStore store) {
        this.store = store;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("No loopback port for reading sources", cannotListen);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** A file that can be read at {@link #url()} until it is closed. */
    public final class OpenFile implements AutoCloseable {
        private final String path;
        private final BlockCache blocks;

        private OpenFile(String path, BlockCache blocks) {
            this.path = path;
            this.blocks = blocks;
        }

        /** Where FFmpeg reads it. */
        public String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        /** Its length. */
        public long sizeBytes() {
            return blocks.sizeBytes();
        }

        /** Up to this many bytes at an offset; fewer at the end. */
        public byte[] read(long offset, int length) {
            return blocks.read(offset, length);
        }

        @Override
        public void close() {
            files.remove(path);
        }
    }

    /** Opens objects, one after the other, as one file. */
    public OpenFile open(List<ObjectRef> objects) {
        String path = "/" + UUID.randomUUID();
        BlockCache blocks = new BlockCache(store, objects);
        files.put(path, blocks);
        return new OpenFile(path, blocks);
    }

    @PreDestroy
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            BlockCache file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            // FFmpeg opens another for each range; one that is kept costs memory until it is taken for idle.
            exchange.getResponseHeaders().set("Connection", "close");
            Optional<Span> range = Span.of(exchange.getRequestHeaders().getFirst("Range"), file.sizeBytes());
            Span span = range.orElse(new Span(0, file.sizeBytes()));
            if (span.from() >= span.to()) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.sizeBytes());
                exchange.sendResponseHeaders(UNSATISFIABLE, -1);
                return;
            }
            if (range.isPresent()) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + span.from() + '-' + (span.to() - 1) + '/' + file.sizeBytes());
            }
            exchange.sendResponseHeaders(range.isPresent() ? PARTIAL : OK, span.to() - span.from());
            file.copy(span.from(), span.to(), exchange.getResponseBody());
        } catch (IOException readerWentAway) {
            // FFmpeg closes its connection at every seek: nothing to tell.
            LOGGER.trace("Reader closed its connection", readerWentAway);
        }
    }

    private record Span(long from, long to) {
        static Optional<Span> of(@Nullable String header, long size) {
            if (header == null) {
                return Optional.empty();
            }
            Matcher match = RANGE.matcher(header);
            if (!match.matches()) {
                return Optional.empty();
            }
            long from = Long.parseLong(match.group(1));
            long last = match.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(match.group(2)), size - 1);
            return Optional.of(new Span(from, last + 1));
        }
    }
}
