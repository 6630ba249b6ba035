package io.anpip.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a local stack is to be.
 *
 * @param dataDirectory where data, logs, ports and passwords are kept
 * @param cacheDirectory where programs are unpacked, shared by all data directories
 * @param ports fixed or chosen ports
 * @param memory how much each server may use
 * @param buckets the buckets that exist from the start
 * @param startLimit how long each server may take to become ready
 * @param kafkaDetour another way to Kafka, for those who break it
 */
public record LocalStackSettings(
        Path dataDirectory,
        Path cacheDirectory,
        StackPorts ports,
        MemoryLimits memory,
        List<String> buckets,
        Duration startLimit,
        Optional<KafkaDetour> kafkaDetour) {
    private static final Duration PATIENT = Duration.ofSeconds(60);

    /**
     * A second listener of Kafka whose clients are sent to another port of this machine, where a proxy stands: Kafka's clients follow the
     * addresses that the broker tells them, so that a proxy in front of the usual listener would be passed by.
     *
     * @param port the port Kafka listens on
     * @param advertisedPort the port its clients are told
     */
    public record KafkaDetour(int port, int advertisedPort) {}

    public LocalStackSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        cacheDirectory = cacheDirectory.toAbsolutePath().normalize();
        buckets = List.copyOf(buckets);
    }

    /** The usual settings for a data directory: chosen ports, little memory, Anpip's three buckets. */
    public static LocalStackSettings in(Path dataDirectory) {
        return new LocalStackSettings(
                dataDirectory,
                userCache(),
                StackPorts.chosen(),
                MemoryLimits.small(),
                List.of("anpip-uploads", "anpip-work", "anpip-media"),
                PATIENT,
                Optional.empty());
    }

    /** The same with these ports. */
    public LocalStackSettings withPorts(StackPorts changed) {
        return new LocalStackSettings(dataDirectory, cacheDirectory, changed, memory, buckets, startLimit, kafkaDetour);
    }

    /** The same with another cache directory. */
    public LocalStackSettings withCacheDirectory(Path changed) {
        return new LocalStackSettings(dataDirectory, changed, ports, memory, buckets, startLimit, kafkaDetour);
    }

    /** The same with other memory limits. */
    public LocalStackSettings withMemory(MemoryLimits changed) {
        return new LocalStackSettings(dataDirectory, cacheDirectory, ports, changed, buckets, startLimit, kafkaDetour);
    }

    /** The same with another way to Kafka. */
    public LocalStackSettings withKafkaDetour(KafkaDetour detour) {
        return new LocalStackSettings(
                dataDirectory, cacheDirectory, ports, memory, buckets, startLimit, Optional.of(detour));
    }

    /** {@code ANPIP_CACHE}, or {@code anpip} in the user's cache folder. */
    public static Path userCache() {
        return Optional.ofNullable(System.getenv("ANPIP_CACHE"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(cache -> Path.of(cache, "anpip")))
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".cache", "anpip"));
    }
}
