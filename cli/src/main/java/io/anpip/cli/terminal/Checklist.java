package io.anpip.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of things under way, each ticked off when it is done: redrawn on a terminal, a line for each end elsewhere.
 *
 * <p>Threading: safe.
 */
public final class Checklist {
    private static final int NAME_WIDTH = 20;

    private sealed interface Item {}

    private record UnderWay(String note) implements Item {}

    private record Done(String note) implements Item {}

    private final Terminal terminal;
    private final Map<String, Item> items = new LinkedHashMap<>();

    public Checklist(Terminal terminal) {
        this.terminal = terminal;
    }

    /** This is being worked on. */
    public synchronized void begin(String name, String note) {
        items.put(name, new UnderWay(note));
        show();
    }

    /** This is done, whether or not it was ever begun. */
    public synchronized void done(String name, String note) {
        items.put(name, new Done(note));
        if (terminal.isLive()) {
            show();
        } else {
            terminal.line(line(name, new Done(note)));
        }
    }

    /** No more changes: what is shown stays, without what was never finished. */
    public synchronized void end() {
        items.values().removeIf(UnderWay.class::isInstance);
        show();
        terminal.keepBlock();
    }

    private void show() {
        List<String> lines = new ArrayList<>();
        items.forEach((name, item) -> lines.add(line(name, item)));
        terminal.block(lines);
    }

    private String line(String name, Item item) {
        Style style = terminal.style();
        return switch (item) {
            case UnderWay(String note) ->
                "  " + mark(style.dots()) + Style.padded(name, NAME_WIDTH) + style.faint(note);
            case Done(String note) -> "  " + mark(style.tick()) + Style.padded(name, NAME_WIDTH) + style.faint(note);
        };
    }

    private static String mark(String sign) {
        return Style.padded(sign, 3);
    }
}
