package io.anpip.schemas.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated file that is kept in the tree: a test compares it with what the generator says now.
 *
 * <p>With {@code -Danpip.schemas.write=true} it is written instead, and the diff is for people to judge.
 */
public record KeptFile(Path path) {

    private static final String WRITE = "anpip.schemas.write";

    /** Fails where the file says something else than the text, or makes it say so. */
    public void mustHold(String text) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        }
        String way = "%s is generated; write it anew with -D%s=true".formatted(path.getFileName(), WRITE);
        assertThat(path).as(way).exists();
        assertThat(Files.readString(path)).as(way).isEqualTo(text);
    }
}
