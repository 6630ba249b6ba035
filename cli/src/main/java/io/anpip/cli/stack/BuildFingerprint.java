package io.anpip.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names what was built of a service: the same bytes give the same name, whenever they were built. */
final class BuildFingerprint {
    /** Libraries of others have their version in their name; ours, and what Quarkus generates, have not. */
    private static final String LIBRARIES = "lib";

    private static final String OUR_LIBRARY = "io.anpip.";
    private static final int LENGTH = 8;

    private BuildFingerprint() {}

    /** Of a service's folder, by the names of all files and the bytes of those whose name does not say everything. */
    static String of(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(folder)) {
                Path name = folder.relativize(file);
                digest.update(name.toString().getBytes(StandardCharsets.UTF_8));
                if (!name.startsWith(LIBRARIES) || name.getFileName().toString().startsWith(OUR_LIBRARY)) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
