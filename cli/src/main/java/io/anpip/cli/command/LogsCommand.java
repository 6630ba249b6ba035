package io.anpip.cli.command;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.FileUnreadable;
import io.anpip.cli.failure.Failure.Unknown;
import io.anpip.cli.logs.LogFollower;
import io.anpip.cli.terminal.Terminal;
import io.anpip.localstack.process.ProcessDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip logs}. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows what a server or service has logged; without a name, all of them.")
public final class LogsCommand implements Callable<Integer> {
    private static final String ENDING = ".log";

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Such as upload-api or kafka.")
    private Optional<String> service = Optional.empty();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of the last lines.")
    private int lines;

    @Override
    public Integer call() {
        ProcessDirectory directory = ProcessDirectory.in(data.directory().root());
        List<String> names = names(directory.logs());
        List<String> chosen = service.map(List::of).orElse(names);
        if (!names.containsAll(chosen)) {
            String there = names.isEmpty() ? "there are none yet" : "there are " + String.join(", ", names);
            throw new CommandFailed(new Unknown(
                    "There is no log of " + chosen.getFirst() + " in " + directory.logs() + ": " + there + "."));
        }
        new LogFollower(directory, Terminal.out()).show(chosen, lines, follow);
        return 0;
    }

    private static List<String> names(Path logs) {
        if (Files.notExists(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CommandFailed(new FileUnreadable(logs, String.valueOf(unreadable.getMessage())), unreadable);
        }
    }
}
