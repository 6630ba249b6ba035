package io.anpip.chaos.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Stands before an S3 server and knows its calls, so that single ones can fail in the ways stores fail. Bytes are passed on as they came,
 * because they are signed; the clients sign the proxy's own address, which the server takes as its name.
 *
 * <p>Threading: two virtual threads a connection; the rule is asked by all of them.
 */
public final class StoreProxy implements Closeable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final String ERROR =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>InternalError</Code><Message>A fault on purpose</Message></Error>";

    private final ServerSocket listener;
    private final int target;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private volatile Function<StoreCall, StoreFault> rule = call -> new StoreFault.None();

    public StoreProxy(int targetPort) throws IOException {
        this.target = targetPort;
        this.listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("store-proxy").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Decides from now on what happens to each call. */
    public void rule(Function<StoreCall, StoreFault> next) {
        rule = next;
    }

    /** How many calls there were. */
    public long calls() {
        return calls.get();
    }

    /** How many of them were made to fail. */
    public long faults() {
        return faults.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream fromClient = new BufferedInputStream(client.getInputStream(), BUFFER_BYTES);
            InputStream fromServer = new BufferedInputStream(server.getInputStream(), BUFFER_BYTES);
            for (Optional<HttpHead> head = HttpHead.read(fromClient);
                    head.isPresent();
                    head = HttpHead.read(fromClient)) {
                if (!pass(head.get(), client, server, fromClient, fromServer)) {
                    return;
                }
            }
        } catch (IOException cut) {
            // Either side went away; the other sees it by the closed connection.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes one call; false when the connection is not to be used again. */
    private boolean pass(HttpHead request, Socket client, Socket server, InputStream fromClient, InputStream fromServer)
            throws IOException, InterruptedException {
        String[] line = request.firstLine();
        StoreCall call = new StoreCall(
                calls.incrementAndGet(),
                line[0],
                line[1],
                request.header("if-none-match").isPresent());
        StoreFault fault = rule.apply(call);
        if (!(fault instanceof StoreFault.None)) {
            faults.incrementAndGet();
        }
        OutputStream toClient = client.getOutputStream();
        switch (fault) {
            case StoreFault.Refused(int status) -> {
                answer(toClient, status + " Fault", ERROR);
                return false;
            }
            case StoreFault.ErrorInside200 ignored -> {
                answer(toClient, "200 OK", ERROR);
                return false;
            }
            case StoreFault.Stalled(var pause) -> Thread.sleep(pause);
            case StoreFault.None ignored -> {}
            case StoreFault.ResetAfterCommit ignored -> {}
            case StoreFault.TruncatedBody ignored -> {}
        }
        OutputStream toServer = server.getOutputStream();
        toServer.write(request.bytes());
        toServer.flush();
        Thread body = Thread.ofVirtual().start(() -> sendBody(request, fromClient, toServer, server));
        boolean open = answerOf(call, fault, client, fromServer);
        body.join();
        return open;
    }

    private static void sendBody(HttpHead request, InputStream from, OutputStream to, Socket server) {
        try {
            copyBody(request, from, to, 0);
            to.flush();
        } catch (IOException clientGone) {
            try {
                server.close();
            } catch (IOException closedAlready) {
                // What was wanted.
            }
        }
    }

    private static boolean answerOf(StoreCall call, StoreFault fault, Socket client, InputStream fromServer)
            throws IOException {
        OutputStream toClient = client.getOutputStream();
        while (true) {
            Optional<HttpHead> read = HttpHead.read(fromServer);
            if (read.isEmpty()) {
                return false;
            }
            HttpHead answer = read.get();
            int status = Integer.parseInt(answer.firstLine()[1]);
            if (status == 100) {
                toClient.write(answer.bytes());
                toClient.flush();
                continue;
            }
            boolean hasBody = !call.method().equals("HEAD") && status != 204 && status != 304;
            if (fault instanceof StoreFault.ResetAfterCommit) {
                if (hasBody) {
                    copyBody(answer, fromServer, OutputStream.nullOutputStream(), 0);
                }
                client.setSoLinger(true, 0);
                client.close();
                return false;
            }
            if (fault instanceof StoreFault.TruncatedBody && hasBody && answer.contentLength() > 1) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                copyBody(answer, fromServer, whole, 0);
                toClient.write(answer.bytes());
                toClient.write(whole.toByteArray(), 0, whole.size() / 2);
                toClient.flush();
                return false;
            }
            toClient.write(answer.bytes());
            if (hasBody) {
                copyBody(answer, fromServer, toClient, -1);
            }
            toClient.flush();
            return answer.header("connection")
                    .map(value -> !value.equalsIgnoreCase("close"))
                    .orElse(true);
        }
    }

    /** @param unbounded what no length means: nothing (0), or everything up to the end of the connection (-1) */
    private static void copyBody(HttpHead head, InputStream from, OutputStream to, long unbounded) throws IOException {
        if (head.isChunked()) {
            copyChunks(from, to);
        } else {
            long length = head.contentLength();
            copy(from, to, length >= 0 ? length : unbounded);
        }
    }

    private static void copyChunks(InputStream from, OutputStream to) throws IOException {
        while (true) {
            String size = line(from, to);
            long bytes = Long.parseLong(size.split(";", 2)[0].strip(), 16);
            if (bytes == 0) {
                // Trailers, then an empty line.
                while (!line(from, to).isEmpty()) {}
                return;
            }
            copy(from, to, bytes + 2);
        }
    }

    private static String line(InputStream from, OutputStream to) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new IOException("The connection ended inside a body");
            }
            line.write(next);
        }
        line.write('\n');
        to.write(line.toByteArray());
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = length;
        while (left != 0) {
            int read = from.read(buffer, 0, left < 0 ? buffer.length : (int) Math.min(buffer.length, left));
            if (read < 0) {
                if (left > 0) {
                    throw new IOException("The connection ended inside a body");
                }
                return;
            }
            to.write(buffer, 0, read);
            left -= left < 0 ? 0 : read;
        }
    }

    private static void answer(OutputStream to, String status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        to.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\nContent-Length: " + bytes.length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        to.write(bytes);
        to.flush();
    }
}
