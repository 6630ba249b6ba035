package io.anpip.cli.stack;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.NotBuilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names what was built of a service: the same bytes give the same name, whenever they were built. */
final class BuildFingerprint {
    private static final String OWN_LIBRARY = "io.anpip.";
    private static final int SHORT = 8;

    private BuildFingerprint() {}

    /** Of the service's own classes, ours among its libraries, and the list of the others. */
    static String of(Service service, Path checkout) {
        Path jar = service.runnableJar(checkout);
        if (Files.notExists(jar)) {
            throw new CommandFailed(new NotBuilt(service.name(), jar));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(service.folder(checkout))) {
                digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                if (isOurs(service.folder(checkout).relativize(file))) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, SHORT);
        } catch (IOException beingBuilt) {
            throw new CommandFailed(new NotBuilt(service.name(), jar), beingBuilt);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static boolean isOurs(Path jar) {
        return jar.startsWith("app") || jar.getFileName().toString().startsWith(OWN_LIBRARY);
    }
}
