package io.anpip.chaos.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes connections on to a server on this machine, as well or badly as its {@link Weather} says; the weather may change at any time.
 *
 * <p>Threading: two virtual threads a connection.
 */
public final class TcpProxy implements Closeable {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Weather weather = Weather.FAIR;

    /**
     * How a path is.
     *
     * @param latency before each piece is passed on
     * @param pieceBytes the largest piece passed on at once; what a slicer does
     * @param blackhole nothing is passed on, and connections stay open
     */
    public record Weather(Duration latency, int pieceBytes, boolean blackhole) {
        public static final Weather FAIR = new Weather(Duration.ZERO, BUFFER_BYTES, false);
        public static final Weather BLACKHOLE = new Weather(Duration.ZERO, BUFFER_BYTES, true);

        /** A slow path. */
        public static Weather slow(Duration latency) {
            return new Weather(latency, BUFFER_BYTES, false);
        }

        /** A path that delivers in small pieces. */
        public static Weather sliced(int bytes) {
            return new Weather(Duration.ofMillis(1), bytes, false);
        }
    }

    /** Begins to listen on a port that is free. */
    public TcpProxy(int targetPort) throws IOException {
        this.target = targetPort;
        this.listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("tcp-proxy-" + targetPort).start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Changes the weather for all connections, those that are open too. */
    public void weather(Weather next) {
        weather = next;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Cuts every open connection with a reset. */
    public void reset() {
        open.forEach(socket -> {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closedAlready) {
                // What was wanted.
            }
        });
        open.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        weather(Weather.FAIR);
        reset();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            Thread back = Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException serverAway) {
            // The client sees its connection closed, as it would without a proxy.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass(buffer, read, out);
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            close(from);
            close(to);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
        }
    }

    private void pass(byte[] bytes, int length, OutputStream out) throws IOException, InterruptedException {
        for (int at = 0; at < length; ) {
            awaitPassage();
            Weather now = weather;
            if (!now.latency().isZero()) {
                Thread.sleep(now.latency());
            }
            int piece = Math.min(now.pieceBytes(), length - at);
            out.write(bytes, at, piece);
            out.flush();
            at += piece;
        }
    }

    private void awaitPassage() throws InterruptedException {
        lock.lock();
        try {
            while (weather.blackhole()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // What was wanted.
        }
    }
}
