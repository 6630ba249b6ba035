package io.anpip.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * One of the two output streams, and what it can do.
 *
 * <p>The launcher script says which streams are terminals, because Java can only tell for input and output together. A block of
 * lines is redrawn in place on a terminal and left out elsewhere, where every line stays for ever.
 *
 * <p>Threading: safe; lines and blocks of several threads do not mix.
 */
public final class Terminal {
    private static final String ESCAPE = "\u001b[";
    private static final int NARROWEST = 40;

    private final PrintStream stream;
    private final boolean live;
    private final Style style;
    private final int columns;
    private int blockHeight;

    public Terminal(PrintStream stream, boolean live, Style style, int columns) {
        this.stream = stream;
        this.live = live;
        this.style = style;
        this.columns = Math.max(NARROWEST, columns);
    }

    /** Standard output. */
    public static Terminal out() {
        return of(System.out, "anpip.terminal.out", "stdout.encoding");
    }

    /** Standard error: progress, so that it never mixes with results. */
    public static Terminal err() {
        return of(System.err, "anpip.terminal.err", "stderr.encoding");
    }

    private static Terminal of(PrintStream stream, String property, String encoding) {
        boolean live = Boolean.getBoolean(property) && !"dumb".equals(System.getenv("TERM"));
        boolean colour = live
                && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
        boolean unicode = "UTF-8".equalsIgnoreCase(System.getProperty(encoding, ""));
        return new Terminal(stream, live, new Style(colour, unicode), Integer.getInteger("anpip.terminal.columns", 80));
    }

    /** Whether lines can be redrawn. */
    public boolean isLive() {
        return live;
    }

    /** How to mark up text for this stream. */
    public Style style() {
        return style;
    }

    /** Writes a line that stays, above a block if there is one. */
    public synchronized void line(String text) {
        erase();
        stream.println(text);
        stream.flush();
    }

    /** Shows these lines in place of the block shown before; nothing where lines cannot be redrawn. */
    public synchronized void block(List<String> lines) {
        if (live) {
            erase();
            lines.forEach(line -> stream.println(Style.cut(line, columns - 1)));
            stream.flush();
            blockHeight = lines.size();
        }
    }

    /** Lets the block shown last stay as it is. */
    public synchronized void keepBlock() {
        blockHeight = 0;
    }

    /** Takes the block away. */
    public synchronized void clearBlock() {
        erase();
        stream.flush();
    }

    private void erase() {
        if (blockHeight > 0) {
            stream.print(ESCAPE + blockHeight + "F" + ESCAPE + "J");
            blockHeight = 0;
        }
    }
}
