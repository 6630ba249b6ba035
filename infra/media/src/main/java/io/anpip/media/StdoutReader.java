package io.anpip.media;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes what a program writes to its standard output, such as raw frames ({@code -f rawvideo pipe:1}), while it runs.
 *
 * <p>Called once, on a thread of its own. It may return early: the rest is thrown away. An exception ends the program.
 */
@FunctionalInterface
public interface StdoutReader {

    void read(InputStream stdout) throws IOException;

    /** For commands that write to files. */
    static StdoutReader ignoring() {
        return _ -> {};
    }
}
