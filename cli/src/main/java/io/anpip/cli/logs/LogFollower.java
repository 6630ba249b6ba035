package io.anpip.cli.logs;

import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import io.anpip.localstack.process.ProcessDirectory;
import java.time.Duration;
import java.util.List;

/** Prints the last lines of logs and, if wanted, goes on with what is added. */
public final class LogFollower {
    private static final Duration LOOK = Duration.ofMillis(300);

    private final ProcessDirectory directory;
    private final Terminal terminal;

    public LogFollower(ProcessDirectory directory, Terminal terminal) {
        this.directory = directory;
        this.terminal = terminal;
    }

    /** Returns at once, or when this thread is interrupted. */
    public void show(List<String> names, int lines, boolean follow) {
        List<GrowingFile> files = names.stream()
                .map(name -> GrowingFile.atEndOf(directory.logFile(name)))
                .toList();
        for (String name : names) {
            directory.lastLogLines(name, lines).forEach(line -> print(names, name, line));
        }
        try {
            while (follow) {
                for (int i = 0; i < names.size(); i++) {
                    String name = names.get(i);
                    files.get(i).newLines().forEach(line -> print(names, name, line));
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** With its name before it where lines of several logs are mixed. */
    private void print(List<String> names, String name, String line) {
        if (names.size() == 1) {
            terminal.line(line);
        } else {
            int width = names.stream().mapToInt(String::length).max().orElse(0);
            terminal.line(terminal.style().faint(Style.padded(name, width) + " | ") + line);
        }
    }
}
