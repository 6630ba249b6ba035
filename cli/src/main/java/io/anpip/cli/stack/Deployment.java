package io.anpip.cli.stack;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.DirectoryUnusable;
import io.anpip.cli.failure.Failure.NotBuilt;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A build of a service in the data directory, from where it is run: building anew while it runs must not take its files away.
 *
 * <p>The files are the very same, under a second name, where the file system can do that; otherwise they are copied. A folder that
 * exists is complete.
 */
final class Deployment {
    private final Path folder;

    private Deployment(Path folder) {
        this.folder = folder;
    }

    /** What is run. */
    Path runnableJar() {
        return folder.resolve("quarkus-run.jar");
    }

    /** Takes over the build that lies in the checkout, unless it was before. */
    static Deployment of(Service service, Path checkout, DataDirectory data) {
        if (Files.notExists(service.runnableJar(checkout))) {
            throw notBuilt(service, checkout);
        }
        Path home = data.services().resolve(service.name());
        Path folder = home.resolve(fingerprint(service, checkout));
        if (Files.notExists(folder)) {
            try {
                Files.createDirectories(home);
                Path draft = Files.createTempDirectory(home, ".draft");
                takeOver(service.folder(checkout), draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                throw new CommandFailed(new DirectoryUnusable(home, String.valueOf(failed.getMessage())), failed);
            }
        }
        return new Deployment(folder);
    }

    /** Removes the other builds of a service, none of which may run any more. */
    void removeOthers() {
        Path home = folder.resolveSibling("");
        try (Stream<Path> all = Files.list(home)) {
            for (Path other : all.filter(found -> !found.equals(folder)).toList()) {
                delete(other);
            }
        } catch (IOException stillThere) {
            // They only take room; the next start tries again.
        }
    }

    private static String fingerprint(Service service, Path checkout) {
        try {
            return BuildFingerprint.of(service.folder(checkout));
        } catch (IOException beingBuilt) {
            throw notBuilt(service, checkout);
        }
    }

    private static CommandFailed notBuilt(Service service, Path checkout) {
        return new CommandFailed(new NotBuilt(service.name(), service.runnableJar(checkout)));
    }

    private static void takeOver(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            linkOrCopy(file, target);
        }
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileSystemException | UnsupportedOperationException otherDisk) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
