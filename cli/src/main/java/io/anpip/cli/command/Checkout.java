package io.anpip.cli.command;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the checkout this program belongs to, which has the built services in it. */
final class Checkout {
    /** The jar lies in {@code cli/target}. */
    private static final int LEVELS_UP = 3;

    private Checkout() {}

    /** What the launcher script says, else three levels above this program's jar. */
    static Path root() {
        return Optional.ofNullable(System.getProperty("anpip.checkout"))
                .map(Path::of)
                .orElseGet(Checkout::aboveThisJar);
    }

    private static Path aboveThisJar() {
        try {
            Path place = Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (int level = 0; level < LEVELS_UP; level++) {
                place = Optional.ofNullable(place.getParent()).orElse(place);
            }
            return place;
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }
}
