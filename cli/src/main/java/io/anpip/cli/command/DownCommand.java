package io.anpip.cli.command;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anpip down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything that runs on the data directory; the data stays.")
public final class DownCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.out();
        DataDirectory directory = data.directory();
        boolean ran = RunningStack.stop(directory);
        terminal.line(
                ran
                        ? terminal.style().tick() + " Stopped; the data stays in " + directory.root() + "."
                        : "Nothing runs on " + directory.root() + ".");
        return 0;
    }
}
