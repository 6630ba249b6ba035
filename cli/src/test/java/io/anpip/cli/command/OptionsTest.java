package io.anpip.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.failure.CommandFailed;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path CHECKOUT = Path.of("/checkout");

    @Test
    void theDataDirectoryIsTheOptionThenTheVariableThenInTheCheckout() {
        assertThat(DataOption.resolve(Optional.of(Path.of("/a")), Optional.of("/b"), CHECKOUT)
                        .root())
                .isEqualTo(Path.of("/a"));
        assertThat(DataOption.resolve(Optional.empty(), Optional.of("/b"), CHECKOUT)
                        .root())
                .isEqualTo(Path.of("/b"));
        assertThat(DataOption.resolve(Optional.empty(), Optional.of(" "), CHECKOUT)
                        .root())
                .isEqualTo(Path.of("/checkout/.anpip"));
    }

    @Test
    void thePortIsTheOptionThenTheVariable() {
        assertThat(StackOptions.port(Optional.of(1), Optional.of("2"))).contains(1);
        assertThat(StackOptions.port(Optional.empty(), Optional.of("18080"))).contains(18080);
        assertThat(StackOptions.port(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void whatIsNoPortIsSaidInOneLine() {
        assertThatThrownBy(() -> StackOptions.port(Optional.of(70000), Optional.empty()))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("70000 is not a port: use 1 to 65535.");
        assertThatThrownBy(() -> StackOptions.port(Optional.empty(), Optional.of("http")))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("ANPIP_PORT is not a number: http");
    }
}
