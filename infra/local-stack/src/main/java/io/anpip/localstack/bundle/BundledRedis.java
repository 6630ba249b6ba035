package io.anpip.localstack.bundle;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.UnsupportedPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Redis server as a single binary.
 *
 * <p>The 64-bit Linux build wants OpenSSL 3, which older systems lack; the 32-bit one is static and runs there too. So the first
 * that runs is kept.
 */
public final class BundledRedis {
    private static final String LINUX_STATIC = "redis-server-6.2.7-linux-386";
    private static final long PROBE_SECONDS = 10;

    private final Path folder;

    private BundledRedis(Path folder) {
        this.folder = folder;
    }

    /** The server's place in this cache; unpacks nothing yet. */
    public static BundledRedis in(Path cacheDirectory) throws IOException {
        return new BundledRedis(cacheDirectory.resolve("redis-" + BundledResources.version("redis")));
    }

    /** Unpacks unless done before. */
    public void unpack() {
        Platform platform = Platform.current();
        UnpackedOnce.folder(folder, draft -> {
            Path binary = draft.resolve(executable().getFileName());
            for (String candidate : candidates(platform)) {
                if (copyIfPresent(candidate, binary) && runs(binary)) {
                    return;
                }
            }
            throw new LocalStackException(
                    new UnsupportedPlatform(
                            "The bundled Redis does not run on this machine: install OpenSSL 3 (libssl3), or name a Redis of your own."));
        });
    }

    /** The executable. */
    public Path executable() {
        return folder.resolve("redis-server");
    }

    private static List<String> candidates(Platform platform) {
        return switch (platform) {
            case LINUX_X86_64 -> List.of("redis-server-6.2.6-v5-" + platform.redisSuffix(), LINUX_STATIC);
            case LINUX_ARM64 -> List.of("redis-server-6.2.7-" + platform.redisSuffix());
            case MACOS_X86_64, MACOS_ARM64 -> List.of("redis-server-6.2.6-v5-" + platform.redisSuffix());
        };
    }

    private static boolean copyIfPresent(String resource, Path binary) throws IOException {
        Optional<InputStream> content = BundledResources.find(resource);
        if (content.isEmpty()) {
            return false;
        }
        try (InputStream in = content.get()) {
            Files.deleteIfExists(binary);
            Files.copy(in, binary);
        }
        return binary.toFile().setExecutable(true);
    }

    private static boolean runs(Path binary) throws IOException {
        Process process = new ProcessBuilder(binary.toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
