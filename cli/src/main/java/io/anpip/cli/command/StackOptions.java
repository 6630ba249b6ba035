package io.anpip.cli.command;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.Unknown;
import io.anpip.cli.stack.StackRequest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code up} and the commands built on it take. */
public final class StackOptions {
    private static final int HIGHEST_PORT = 65_535;
    private static final long MIN_FREE_MEBIBYTES = 1024;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "N", description = "Port of the API (default: ANPIP_PORT, else 8080).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--detach", description = "Leave everything running in the background and return.")
    private boolean detach;

    DataDirectory data() {
        return data.directory();
    }

    boolean detach() {
        return detach;
    }

    StackRequest request() {
        return StackRequest.of(
                data(),
                Checkout.root(),
                port(port, variable("ANPIP_PORT")),
                variable("ANPIP_FFMPEG_DIRECTORY").map(Path::of),
                variable("ANPIP_MIN_FREE_MIB")
                        .map(text -> number("ANPIP_MIN_FREE_MIB", text))
                        .orElse(MIN_FREE_MEBIBYTES));
    }

    /** The option wins over the variable; pure. */
    static Optional<Integer> port(Optional<Integer> option, Optional<String> variable) {
        Optional<Integer> wanted = option.or(() ->
                variable.map(text -> Math.toIntExact(Math.min(number("ANPIP_PORT", text), Integer.MAX_VALUE))));
        wanted.filter(number -> number < 1 || number > HIGHEST_PORT).ifPresent(number -> {
            throw new CommandFailed(new Unknown(number + " is not a port: use 1 to " + HIGHEST_PORT + "."));
        });
        return wanted;
    }

    private static long number(String variable, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new CommandFailed(new Unknown(variable + " is not a number: " + text), notANumber);
        }
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }
}
