package io.anpip.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A main class of the tests in a JVM of its own, to be killed at will. */
record AnotherJvm(Process process, BufferedReader output) {

    static AnotherJvm run(Class<?> main, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.command().addAll(java.util.List.of(arguments));
        Process process = builder.start();
        return new AnotherJvm(process, process.inputReader());
    }

    void awaitLine(String wanted) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new IOException("Ended before it said " + wanted);
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
