package io.anpip.cli.upload;

import io.anpip.cli.terminal.Quantity;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how far an upload is: a bar on a terminal, a line for every quarter elsewhere. Threading: safe. */
public final class UploadProgress {
    private static final int BAR = 28;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final int QUARTERS = 4;

    private final Terminal terminal;
    private final String name;
    private final long total;
    private final long resumedFrom;
    private final AtomicLong sent;
    private final AtomicLong lastDrawn = new AtomicLong();
    private final AtomicLong quarter = new AtomicLong();
    private final long begun = System.nanoTime();

    UploadProgress(Terminal terminal, String name, long total, long resumedFrom) {
        this.terminal = terminal;
        this.name = name;
        this.total = total;
        this.resumedFrom = resumedFrom;
        this.sent = new AtomicLong(resumedFrom);
        this.quarter.set(quarterOf(resumedFrom));
    }

    /** So many bytes have gone; a negative number takes back what has to be sent again. */
    void add(long bytes) {
        long now = sent.addAndGet(bytes);
        long nanos = System.nanoTime();
        long drawn = lastDrawn.get();
        if (terminal.isLive()) {
            if (nanos - drawn > REDRAW_NANOS && lastDrawn.compareAndSet(drawn, nanos)) {
                terminal.block(List.of(line(terminal.style(), name, now, total, resumedFrom, elapsed())));
            }
        } else if (quarterOf(now) > quarter.getAndUpdate(before -> Math.max(before, quarterOf(now)))) {
            terminal.line(line(terminal.style(), name, now, total, resumedFrom, elapsed()));
        }
    }

    void end() {
        terminal.clearBlock();
        Duration took = elapsed();
        terminal.line("  " + terminal.style().tick() + " " + name + " uploaded: " + Quantity.bytes(total) + " in "
                + Quantity.time(took)
                + (resumedFrom > 0 ? ", " + Quantity.bytes(resumedFrom) + " of it before" : ""));
    }

    void abandon() {
        terminal.clearBlock();
    }

    /** The line for this moment; pure. */
    static String line(Style style, String name, long sent, long total, long resumedFrom, Duration elapsed) {
        double fraction = total == 0 ? 1 : (double) sent / total;
        double perSecond = (sent - resumedFrom) / Math.max(0.001, elapsed.toMillis() / 1000.0);
        String left = perSecond < 1 || sent >= total
                ? ""
                : "  " + Quantity.time(Duration.ofMillis((long) ((total - sent) / perSecond * 1000))) + " left";
        return "  " + name + "  " + style.bar(fraction, BAR)
                + String.format(Locale.ROOT, " %3d %%  ", (int) Math.floor(Math.clamp(fraction, 0, 1) * 100))
                + Quantity.bytes(sent) + " of " + Quantity.bytes(total)
                + "  " + Quantity.bytes(Math.max(0, perSecond)) + "/s" + left;
    }

    private long quarterOf(long bytes) {
        return total == 0 ? QUARTERS : bytes * QUARTERS / total;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
