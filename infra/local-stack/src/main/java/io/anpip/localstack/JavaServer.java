package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledServers;
import io.anpip.localstack.process.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a server that runs in a JVM of its own, on the bundled servers' class path. */
record JavaServer(BundledServers servers, String mainClass, int heapMebibytes) {

    List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + servers.loggingConfiguration()));
        command.addAll(options);
        command.addAll(List.of("-cp", servers.classPath(), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Ready once the server has written its own pid into this file, which it does at the end of its start. */
    static Readiness wroteItsPid(Path readyFile) {
        return process -> {
            try {
                return Files.readString(readyFile).strip().equals(Long.toString(process.pid()));
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
