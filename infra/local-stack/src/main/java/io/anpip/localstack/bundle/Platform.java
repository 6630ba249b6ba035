package io.anpip.localstack.bundle;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.UnsupportedPlatform;
import java.util.Locale;

/** The operating systems and processors the bundled programs exist for, with the names their artifacts give them. */
public enum Platform {
    LINUX_X86_64("linux-x86_64-gpl", "linux-x86_64", "linux-amd64"),
    LINUX_ARM64("linux-arm64-gpl", "linux-arm_64", "linux-arm64"),
    MACOS_X86_64("macosx-x86_64-gpl", "darwin-x86_64", "darwin-amd64"),
    MACOS_ARM64("macosx-arm64-gpl", "darwin-arm_64", "darwin-arm64");

    private final String ffmpeg;
    private final String postgres;
    private final String redis;

    Platform(String ffmpeg, String postgres, String redis) {
        this.ffmpeg = ffmpeg;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** The machine this JVM runs on. */
    public static Platform current() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        if (os.contains("linux") && (arm || intel)) {
            return arm ? LINUX_ARM64 : LINUX_X86_64;
        }
        if (os.contains("mac") && (arm || intel)) {
            return arm ? MACOS_ARM64 : MACOS_X86_64;
        }
        throw new LocalStackException(
                new UnsupportedPlatform("Anpip's local stack runs on Linux and macOS, on x86-64 and"
                        + " ARM64, not on " + os + " " + arch
                        + ": on Windows use WSL, elsewhere run the services against a"
                        + " Kafka, PostgreSQL, Redis and S3 of your own."));
    }

    /** Whether shared libraries are ELF files. */
    public boolean isLinux() {
        return this == LINUX_X86_64 || this == LINUX_ARM64;
    }

    String ffmpegFolder() {
        return "org/bytedeco/ffmpeg/" + ffmpeg + "/";
    }

    String postgresArchive() {
        return "postgres-" + postgres + ".txz";
    }

    String redisSuffix() {
        return redis;
    }
}
