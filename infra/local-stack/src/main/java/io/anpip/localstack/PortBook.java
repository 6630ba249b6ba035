package io.anpip.localstack;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.PortTaken;
import io.anpip.localstack.process.OwnerOnlyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The ports a data directory uses, remembered so that addresses survive a restart.
 *
 * <p>Ports are chosen below 32768, where no system hands out ports for outgoing connections: what is free now is then still free
 * at the next start, unless another server took it.
 */
final class PortBook {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Path file;
    private final Properties remembered;

    private PortBook(Path file, Properties remembered) {
        this.file = file;
        this.remembered = remembered;
    }

    static PortBook open(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("ports.properties");
        Properties remembered = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                remembered.load(in);
            }
        }
        return new PortBook(file, remembered);
    }

    /** The port this key had, or has to have; 0 if none was given yet. */
    int current(String key, int fixed) {
        return fixed > 0 ? fixed : Integer.parseInt(remembered.getProperty(key, "0"));
    }

    /** Remembers a port that is free now: the fixed one or a failure, else the one it had, else another. */
    void takeFree(String part, String key, int fixed) throws IOException {
        int wanted = current(key, fixed);
        if (wanted == 0 || !isFree(wanted)) {
            if (fixed > 0) {
                throw new LocalStackException(new PortTaken(part, fixed));
            }
            wanted = anyFree();
        }
        remember(key, wanted);
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private int anyFree() throws IOException {
        Set<String> ours = remembered.values().stream().map(Object::toString).collect(Collectors.toSet());
        for (int attempt = 0; attempt < HIGHEST - LOWEST; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!ours.contains(Integer.toString(port)) && isFree(port)) {
                return port;
            }
        }
        throw new IOException("No free port between " + LOWEST + " and " + HIGHEST);
    }

    private void remember(String key, int port) throws IOException {
        remembered.setProperty(key, Integer.toString(port));
        StringWriter text = new StringWriter();
        remembered.store(text, null);
        OwnerOnlyFile.write(file, text.toString());
    }
}
