package io.anpip.cli.stack;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.data.StackRecord;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says how each service is run as a process; pure.
 *
 * @param java the program that runs them
 * @param jars what is run, by service; another build lies elsewhere, so that a running service of an older one is noticed
 */
record ServiceProcesses(
        DataDirectory data, Path java, StackRecord record, LocalStackAddresses servers, Map<String, Path> jars) {

    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            // What a video needed for a moment is given back, instead of being kept in case.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            // The second compiler would double the processor time of a start and is worth it to none of them: the work
            // is FFmpeg's.
            "-XX:TieredStopAtLevel=1",
            // Less is compiled: compiled code is the larger part of what a service grows by under load.
            "-XX:CompileThresholdScaling=4",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    ProcessSpec spec(Service service) {
        return ProcessSpec.of(service.name(), command(service), data.scratch().resolve(service.name()))
                .withEnvironment(environment(service));
    }

    List<String> command(Service service) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xms16m");
        command.add("-Xmx" + service.heapMebibytes() + "m");
        command.add("-XX:MaxDirectMemorySize=" + service.directMebibytes() + "m");
        command.addAll(SMALL_JVM);
        command.add("-jar");
        command.add(jarOf(service).toString());
        return command;
    }

    Map<String, String> environment(Service service) {
        Map<String, String> environment = new TreeMap<>();
        servers.serviceSettings().forEach((key, value) -> environment.put(variable(key), value));
        environment.put(
                "QUARKUS_HTTP_PORT",
                record.ports().getOrDefault(service.name(), 0).toString());
        environment.put("ANPIP_FFMPEG_DIRECTORY", record.ffmpegDirectory());
        environment.put(
                "ANPIP_SCRATCH_DIRECTORY",
                data.scratch().resolve(service.name()).resolve("work").toString());
        // glibc keeps an arena per thread otherwise, which is most of a small JVM's memory outside the heap.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private Path jarOf(Service service) {
        return Optional.ofNullable(jars.get(service.name()))
                .orElseThrow(() -> new IllegalStateException(service.name() + " was not deployed"));
    }

    /** The environment variable that sets a configuration key, by MicroProfile Config's rule. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
