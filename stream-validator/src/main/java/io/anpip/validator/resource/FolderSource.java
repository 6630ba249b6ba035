package io.anpip.validator.resource;

import io.anpip.validator.resource.Fetched.BeyondLimit;
import io.anpip.validator.resource.Fetched.Found;
import io.anpip.validator.resource.Fetched.Missing;
import io.anpip.validator.resource.Fetched.Outside;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A stream in a folder. What a link leads out of the folder to is not opened either. */
public final class FolderSource implements ResourceSource {

    private final Path folder;

    public FolderSource(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public URI base() {
        String text = folder.toUri().toString();
        return URI.create(text.endsWith("/") ? text : text + "/");
    }

    @Override
    public Fetched fetch(URI address, int maxBytes) {
        if (!"file".equals(address.getScheme())) {
            return new Outside("only files of the folder are read");
        }
        try {
            Path file = Path.of(URI.create("file://" + address.getRawPath())).normalize();
            if (!file.startsWith(folder)) {
                return new Outside("it lies outside of the folder");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                return new Outside("a link leads out of the folder");
            }
            if (!Files.isRegularFile(file)) {
                return new Missing("it is no file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(maxBytes + 1);
                return bytes.length > maxBytes
                        ? new BeyondLimit("it has more than " + maxBytes + " bytes")
                        : new Found(bytes, Optional.empty());
            }
        } catch (NoSuchFileException missing) {
            return new Missing("there is no such file");
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Missing("it cannot be read: " + unreadable.getMessage());
        }
    }
}
