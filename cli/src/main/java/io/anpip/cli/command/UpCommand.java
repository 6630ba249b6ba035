package io.anpip.cli.command;

import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anpip up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, PostgreSQL, Redis, an S3 server and the five services, and waits until all are healthy.",
            "On a running stack it starts again what has died."
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options = new StackOptions();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.out();
        ForegroundStack stack = new ForegroundStack(options.request(), terminal);
        StackStatus status = stack.bringUp();
        terminal.line("");
        terminal.line(terminal.style().strong("Anpip is up."));
        Addresses.lines(status, terminal.style()).forEach(terminal::line);
        terminal.line("");
        if (options.detach() || !stack.leads()) {
            terminal.line("Next: 'anpip upload FILE', 'anpip status', 'anpip logs'; 'anpip down' stops everything.");
            stack.leave();
        } else {
            terminal.line("Next, in another terminal: 'anpip upload FILE --wait'. Ctrl-C stops everything.");
            stack.stay();
        }
        return 0;
    }
}
