package io.anpip.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Whole expected texts, kept as files beside the tests. */
public final class Expected {

    private Expected() {}

    /** The text of a file below this package. */
    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Expected.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }
}
