package io.anpip.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that gives every byte back. */
@SuppressWarnings("NullAway.Init")
class TcpProxyTest {

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket client = echo.accept();
                    Thread.ofVirtual().start(() -> {
                        try (client) {
                            client.getInputStream().transferTo(client.getOutputStream());
                        } catch (IOException cut) {
                            // As some tests want it.
                        }
                    });
                } catch (IOException closed) {
                    return;
                }
            }
        });
        proxy = new TcpProxy(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static byte[] asked(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return socket.getInputStream().readNBytes(bytes.length);
    }

    @Test
    void inFairWeatherBytesPassAsTheyAre() throws IOException {
        byte[] bytes = new byte[100_000];
        new java.util.Random(1).nextBytes(bytes);
        try (Socket socket = connect()) {
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException cut) {
                    throw new java.io.UncheckedIOException(cut);
                }
            });
            assertThat(socket.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
        }
    }

    @Test
    void aSlicedPathDeliversAllTheSame() throws IOException {
        proxy.weather(TcpProxy.Weather.sliced(3));
        try (Socket socket = connect()) {
            assertThat(asked(socket, "in small pieces".getBytes())).asString().isEqualTo("in small pieces");
        }
    }

    @Test
    void aSlowPathTakesAtLeastItsLatency() throws IOException {
        proxy.weather(TcpProxy.Weather.slow(Duration.ofMillis(60)));
        try (Socket socket = connect()) {
            long begun = System.nanoTime();
            asked(socket, "ping".getBytes());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void aBlackholeSwallowsUntilItLifts() throws IOException {
        try (Socket socket = connect()) {
            asked(socket, "before".getBytes());
            proxy.weather(TcpProxy.Weather.BLACKHOLE);
            socket.getOutputStream().write("later".getBytes());
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.weather(TcpProxy.Weather.FAIR);
            socket.setSoTimeout(5000);
            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("later");
        }
    }

    @Test
    void aResetCutsWhatIsOpenAndNothingElse() throws IOException {
        try (Socket socket = connect()) {
            asked(socket, "before".getBytes());
            proxy.reset();
            assertThatThrownBy(() -> {
                        if (socket.getInputStream().read() < 0) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        try (Socket socket = connect()) {
            assertThat(asked(socket, "after".getBytes())).asString().isEqualTo("after");
        }
    }
}
