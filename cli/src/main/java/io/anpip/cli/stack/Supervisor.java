package io.anpip.cli.stack;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.terminal.Checklist;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import io.anpip.localstack.StackPart;
import io.anpip.localstack.failure.LocalStackException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Watches over a stack in the foreground: what dies is started again, with a line that says so.
 *
 * <p>A part that keeps dying is left alone after a few times; a request for repair (another {@code anpip up}) starts the count
 * anew.
 */
public final class Supervisor {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LeadStack stack;
    private final Terminal terminal;
    private final Map<String, RestartBudget> budgets = new HashMap<>();
    private final Set<String> givenUp = new HashSet<>();
    private Instant lastRequest = Instant.now();

    public Supervisor(LeadStack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    /** Looks again and again until this thread is interrupted. */
    public void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                look(Instant.now());
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Instant now) {
        if (stack.isStopping()) {
            return;
        }
        boolean requested = repairRequested();
        if (requested) {
            budgets.clear();
            givenUp.clear();
        }
        List<String> dead = dead();
        dead.stream().filter(part -> budget(part).isSpent(now)).forEach(this::giveUp);
        List<String> due = dead.stream()
                .filter(part -> !givenUp.contains(part))
                .filter(part -> budget(part).isDue(now))
                .toList();
        if (!due.isEmpty()) {
            due.forEach(part -> budgets.put(part, budget(part).spendOne(now)));
            restart(due);
        }
    }

    private void restart(List<String> parts) {
        Style style = terminal.style();
        String names = String.join(", ", parts);
        terminal.line("  " + style.cross() + " " + names + " ended; starting again ...");
        try {
            stack.bringUp(new Checklist(silent()));
            terminal.line("  " + style.tick() + " " + names + " runs again.");
        } catch (CommandFailed | LocalStackException failed) {
            if (!stack.isStopping()) {
                terminal.line("  " + style.cross() + " " + failed.getMessage());
            }
        }
    }

    private void giveUp(String part) {
        if (givenUp.add(part)) {
            terminal.line("  " + terminal.style().cross() + " " + part
                    + " keeps ending and is left alone: see 'anpip logs " + part + "'; 'anpip up' tries again.");
        }
    }

    private RestartBudget budget(String part) {
        return budgets.getOrDefault(part, RestartBudget.full());
    }

    private List<String> dead() {
        Stream<String> servers = Stream.of(StackPart.values()).map(StackPart::processName);
        Stream<String> services = ServiceCatalogue.SERVICES.stream().map(Service::name);
        return Stream.concat(servers, services)
                .filter(part ->
                        StackInspection.running(stack.request().data(), part).isEmpty())
                .toList();
    }

    private boolean repairRequested() {
        Path request = stack.request().data().repairRequest();
        try {
            if (Files.notExists(request)) {
                return false;
            }
            Instant asked = Files.getLastModifiedTime(request).toInstant();
            boolean isNew = asked.isAfter(lastRequest);
            lastRequest = isNew ? asked : lastRequest;
            return isNew;
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static Terminal silent() {
        return new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                Style.PLAIN,
                80);
    }
}
