package io.anpip.localstack.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Says how to run one child process.
 *
 * @param name names pid file and log file; lower-case letters, digits and dashes
 * @param command the program and its arguments
 * @param environment variables added to those of the starting JVM
 * @param workingDirectory where the process starts; created if missing
 * @param configurationFiles files written before each start, readable by the owner only
 * @param stopSignal how it is asked to end
 * @param stopGrace how long it may take to end before it is killed
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workingDirectory,
        Map<Path, String> configurationFiles,
        StopSignal stopSignal,
        Duration stopGrace) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

    public ProcessSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a process name: " + name);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        configurationFiles = Map.copyOf(configurationFiles);
    }

    /** A process without further environment or files, ended by SIGTERM with ten seconds of grace. */
    public static ProcessSpec of(String name, List<String> command, Path workingDirectory) {
        return new ProcessSpec(
                name, command, Map.of(), workingDirectory, Map.of(), StopSignal.TERMINATE, DEFAULT_GRACE);
    }

    /** The same process with these environment variables added. */
    public ProcessSpec withEnvironment(Map<String, String> added) {
        return new ProcessSpec(name, command, added, workingDirectory, configurationFiles, stopSignal, stopGrace);
    }

    /** The same process with these files written before each start. */
    public ProcessSpec withConfigurationFiles(Map<Path, String> files) {
        return new ProcessSpec(name, command, environment, workingDirectory, files, stopSignal, stopGrace);
    }

    /** The same process, stopped in another way. */
    public ProcessSpec stoppedBy(StopSignal signal, Duration grace) {
        return new ProcessSpec(name, command, environment, workingDirectory, configurationFiles, signal, grace);
    }

    /** Tells whether a running process was started from an equal spec, without storing the spec, which may hold secrets. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, command.toString());
            update(digest, new TreeMap<>(environment).toString());
            update(digest, workingDirectory.toString());
            update(digest, new TreeMap<>(configurationFiles).toString());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    /** Without environment and files, which may hold secrets. */
    @Override
    public String toString() {
        return "ProcessSpec[" + name + ", " + command + "]";
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
