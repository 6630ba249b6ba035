package io.anpip.cli.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens an address in the user's browser, where there is a desktop. */
final class Browser {
    private Browser() {}

    /** Tries; the address is printed anyway. */
    static void open(URI address) {
        boolean macos =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        boolean desktop = macos || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (desktop) {
            try {
                new ProcessBuilder(List.of(macos ? "open" : "xdg-open", address.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException noSuchProgram) {
                // Then the person opens it.
            }
        }
    }
}
