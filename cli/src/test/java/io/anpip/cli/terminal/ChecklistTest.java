package io.anpip.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecklistTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aFileGetsOneLineForEachThingThatIsDone() {
        Checklist list = new Checklist(terminal(false));

        list.begin("kafka", "starting");
        list.done("kafka", "127.0.0.1:9092");
        list.end();

        assertThat(written()).isEqualTo("  ok kafka               127.0.0.1:9092\n");
    }

    @Test
    void aTerminalGetsTheListDrawnAnewInPlace() {
        Checklist list = new Checklist(terminal(true));

        list.begin("kafka", "starting");
        list.begin("redis", "starting");
        list.done("kafka", "here");
        list.end();

        assertThat(written())
                .contains("  .. kafka               starting\n")
                .contains("\u001b[2F\u001b[J  ok kafka               here\n  .. redis")
                .endsWith("\u001b[2F\u001b[J  ok kafka               here\n");
    }

    @Test
    void aLineThatStaysGoesAboveTheBlock() {
        Terminal terminal = terminal(true);

        terminal.block(java.util.List.of("block"));
        terminal.line("stays");
        terminal.block(java.util.List.of("block again"));

        assertThat(written()).isEqualTo("block\n\u001b[1F\u001b[Jstays\nblock again\n");
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private Terminal terminal(boolean live) {
        return new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), live, Style.PLAIN, 80);
    }
}
