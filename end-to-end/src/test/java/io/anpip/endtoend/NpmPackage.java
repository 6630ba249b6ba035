package io.anpip.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A package as npm publishes it, fetched when a test first wants it.
 *
 * @param name its name
 * @param version its version, pinned in the build
 */
record NpmPackage(String name, String version) {

    private static final Path FOLDER = Checkout.root().resolve("end-to-end/target/npm");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** The package whose version the build gives as the system property {@code npm.NAME}. */
    static NpmPackage pinned(String name) {
        return pinned(name, name);
    }

    /** The same where the build calls the package something else. */
    static NpmPackage pinned(String name, String property) {
        String version = System.getProperty("npm." + property);
        if (version == null) {
            throw new IllegalStateException("The build gives no version of " + name + ": run it with Maven");
        }
        return new NpmPackage(name, version);
    }

    static boolean npmIsInstalled() {
        try {
            return ProgramRun.of(List.of("npm", "--version"), LIMIT).exitCode() == 0;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /** A file of the package. */
    Path file(String path) {
        Path unpacked = FOLDER.resolve(name.replace('/', '-') + '-' + version);
        try {
            if (!Files.isDirectory(unpacked)) {
                Files.createDirectories(FOLDER);
                Path partial = Files.createTempDirectory(FOLDER, "partial-");
                String archive = ProgramRun.of(
                                List.of(
                                        "npm",
                                        "pack",
                                        "--silent",
                                        "--pack-destination",
                                        partial.toString(),
                                        name + '@' + version),
                                LIMIT)
                        .output()
                        .strip();
                ProgramRun.of(
                                List.of("tar", "-xzf", partial.resolve(archive).toString(), "-C", partial.toString()),
                                LIMIT)
                        .output();
                Files.move(partial.resolve("package"), unpacked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unpacked.resolve(path);
    }
}
