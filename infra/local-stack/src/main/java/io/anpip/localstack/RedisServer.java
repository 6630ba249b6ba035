package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledRedis;
import io.anpip.localstack.process.ProcessSpec;
import io.anpip.localstack.process.Readiness;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Redis: appends every change to a file, evicts the least used when full. */
record RedisServer(Path dataDirectory, BundledRedis redis, String password, int port, int memoryMebibytes)
        implements ServerDefinition {
    @Override
    public StackPart part() {
        return StackPart.REDIS;
    }

    @Override
    public ProcessSpec spec() {
        Path configuration = dataDirectory.resolve("run").resolve("redis.conf");
        return ProcessSpec.of(
                        part().processName(),
                        List.of(redis.executable().toString(), configuration.toString()),
                        folder())
                .withConfigurationFiles(Map.of(configuration, configuration()));
    }

    @Override
    public void prepare() {
        redis.unpack();
    }

    @Override
    public Readiness readiness() {
        return _ -> answersPing();
    }

    private Path folder() {
        return dataDirectory.resolve("redis");
    }

    private String configuration() {
        return """
                port %d
                bind 127.0.0.1
                requirepass %s
                dir "%s"
                daemonize no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory %dmb
                maxmemory-policy allkeys-lru
                """.formatted(
                port, password, folder().toString().replace("\\", "\\\\").replace("\"", "\\\""), memoryMebibytes);
    }

    private boolean answersPing() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), Readiness.ANSWER_MILLIS);
            socket.setSoTimeout(Readiness.ANSWER_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            String expected = "+OK\r\n+PONG\r\n";
            byte[] answer = socket.getInputStream().readNBytes(expected.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(expected);
        } catch (IOException notYet) {
            return false;
        }
    }
}
