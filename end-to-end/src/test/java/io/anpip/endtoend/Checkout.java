package io.anpip.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the checkout is, and how its programs are run. */
final class Checkout {

    private static final Path ROOT = findRoot();

    private Checkout() {}

    static Path root() {
        return ROOT;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The launcher's command line. */
    static List<String> anpip(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(java(), "-jar", ROOT.resolve("cli/target/anpip-cli.jar").toString()));
        command.addAll(arguments);
        return command;
    }

    static Path service(String name) {
        return ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("schemas/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Not inside a checkout of Anpip");
            }
        }
        return folder;
    }
}
