package io.anpip.cli.command;

import io.anpip.cli.data.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Names the data directory: {@code --data}, else {@code ANPIP_HOME}, else {@code .anpip} in the checkout. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (default: ANPIP_HOME, else .anpip in the checkout).")
    private Optional<Path> directory = Optional.empty();

    DataDirectory directory() {
        return resolve(directory, Optional.ofNullable(System.getenv("ANPIP_HOME")), Checkout.root());
    }

    /** Pure. */
    static DataDirectory resolve(Optional<Path> option, Optional<String> variable, Path checkout) {
        return new DataDirectory(
                option.or(() -> variable.filter(text -> !text.isBlank()).map(Path::of))
                        .orElseGet(() -> checkout.resolve(".anpip")));
    }
}
