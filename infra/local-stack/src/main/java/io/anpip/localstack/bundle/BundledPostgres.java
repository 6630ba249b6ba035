package io.anpip.localstack.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server with initdb, as a folder of its own. */
public final class BundledPostgres {
    private static final int OWNER_EXECUTE = 0100;

    private final Path folder;

    private BundledPostgres(Path folder) {
        this.folder = folder;
    }

    /** The server's place in this cache; unpacks nothing yet. */
    public static BundledPostgres in(Path cacheDirectory) throws IOException {
        return new BundledPostgres(cacheDirectory.resolve("postgres-" + BundledResources.version("postgres")));
    }

    /** Unpacks unless done before. */
    public void unpack() {
        Platform platform = Platform.current();
        UnpackedOnce.folder(folder, draft -> {
            try (TarArchiveInputStream archive = new TarArchiveInputStream(
                    new XZInputStream(new BufferedInputStream(BundledResources.open(platform.postgresArchive()))))) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    extract(archive, entry, draft);
                }
            }
        });
    }

    /** One of the server's programs, such as {@code postgres} or {@code initdb}. */
    public Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void extract(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        boolean staticLibrary = entry.getName().endsWith(".a");
        if (!file.startsWith(folder) || staticLibrary) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(archive, file);
            if ((entry.getMode() & OWNER_EXECUTE) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + file + " executable");
            }
        }
    }
}
