package io.anpip.cli.command;

import io.anpip.cli.stack.LeadStack;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.stack.StackInspection;
import io.anpip.cli.stack.StackRequest;
import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.stack.Supervisor;
import io.anpip.cli.terminal.Checklist;
import io.anpip.cli.terminal.Terminal;
import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.AlreadyRunning;
import java.util.Optional;

/**
 * Brings the stack up and, in the foreground, keeps it up until Ctrl-C.
 *
 * <p>A stack that another process leads is only asked for repair; then there is nothing to stay for. What this call started ends
 * with this process unless it is to be left in the background.
 */
final class ForegroundStack {
    private final StackRequest request;
    private final Terminal terminal;
    private Optional<LeadStack> led = Optional.empty();
    private Optional<Thread> stopAtEnd = Optional.empty();

    ForegroundStack(StackRequest request, Terminal terminal) {
        this.request = request;
        this.terminal = terminal;
    }

    /** Starts what does not run; returns when all is healthy. */
    StackStatus bringUp() {
        request.data().prepare(request.minFreeMebibytes());
        boolean ran = StackInspection.anythingRuns(request.data());
        LeadStack stack;
        try {
            stack = LeadStack.lead(request);
        } catch (LocalStackException taken) {
            if (taken.failure() instanceof AlreadyRunning other) {
                terminal.line("Anpip runs on " + request.data().root() + ", led by process " + other.pid()
                        + ": checking that all of it is healthy ...");
                return RunningStack.askForRepair(request, other.pid());
            }
            throw taken;
        }
        led = Optional.of(stack);
        if (!ran) {
            stopAtEnd(stack);
        }
        Checklist checklist = new Checklist(terminal);
        try {
            stack.bringUp(checklist);
        } finally {
            checklist.end();
        }
        return StackInspection.of(request.data());
    }

    /** Whether this process leads the stack, so that it can stay in the foreground. */
    boolean leads() {
        return led.isPresent();
    }

    /** Has the stack end with this process, though it ran before. */
    void endWithThisProcess() {
        if (stopAtEnd.isEmpty()) {
            led.ifPresent(this::stopAtEnd);
        }
    }

    /** Leaves everything running. */
    void leave() {
        stopAtEnd.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        led.ifPresent(LeadStack::close);
    }

    /** Keeps the stack running until Ctrl-C, which ends it. */
    void stay() {
        LeadStack stack = led.orElseThrow(() -> new IllegalStateException("Another process leads"));
        endWithThisProcess();
        // This process stays as long as the stack does: what the start took is given back.
        System.gc();
        new Supervisor(stack, terminal).watch();
    }

    private void stopAtEnd(LeadStack stack) {
        Thread hook = new Thread(
                () -> {
                    terminal.keepBlock();
                    boolean runs = StackInspection.anythingRuns(request.data());
                    if (runs) {
                        terminal.line("");
                        terminal.line("Stopping ...");
                    }
                    stack.stop();
                    if (runs) {
                        terminal.line(
                                "Stopped; the data stays in " + request.data().root() + ".");
                    }
                },
                "stop-stack");
        Runtime.getRuntime().addShutdownHook(hook);
        stopAtEnd = Optional.of(hook);
    }
}
