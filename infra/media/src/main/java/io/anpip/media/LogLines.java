package io.anpip.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the last lines of a log in bounded memory, however much a broken input makes FFmpeg say.
 *
 * <p>Warnings and errors are kept apart from the rest: the statistics that five encoders print at the end must not push
 * out the one line that says why the run failed.
 */
final class LogLines {

    private static final int KEPT = 40;
    private static final int LINE_LIMIT = 400;
    private static final Pattern PROBLEM = Pattern.compile("^(?:\\[[^\\]]*\\] )*\\[(?:warning|error|fatal|panic)\\]");

    private final Deque<Line> problems = new ArrayDeque<>();
    private final Deque<Line> others = new ArrayDeque<>();
    private final List<Line> troubles = new ArrayList<>();
    private DecodedPackets decoded = DecodedPackets.NONE;
    private long count;

    private record Line(long number, String text) {}

    /** Reads until the stream ends. */
    void readFrom(InputStream stream, Runnable onLine) throws IOException {
        try (Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Optional<String> line = nextLine(reader, LINE_LIMIT);
            while (line.isPresent()) {
                add(line.get());
                onLine.run();
                line = nextLine(reader, LINE_LIMIT);
            }
        }
    }

    synchronized void add(String text) {
        if (text.isBlank()) {
            return;
        }
        Line line = new Line(count++, text);
        decoded = decoded.and(text);
        // A broken input makes the decoder complain without end: the line that says that it broke must not drown.
        if (troubles.isEmpty() && MachineTrouble.isNamedIn(text)) {
            troubles.add(line);
            return;
        }
        Deque<Line> lines = PROBLEM.matcher(text).find() ? problems : others;
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** How much of the input could be decoded, as far as FFmpeg has told. */
    synchronized DecodedPackets decoded() {
        return decoded;
    }

    /** Whether the store or the disk failed at any time, as {@link MachineTrouble} tells. */
    synchronized boolean machineTrouble() {
        return !troubles.isEmpty();
    }

    /** The last lines in the order they came; older ones only where they are warnings or errors. */
    synchronized List<String> last() {
        long oldest = count - KEPT;
        return Stream.of(troubles.stream(), problems.stream(), others.stream().filter(line -> line.number() >= oldest))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparingLong(Line::number))
                .map(Line::text)
                .toList();
    }

    /** One line without its end, cut at {@code limit} characters; empty at the end of the stream. */
    static Optional<String> nextLine(Reader reader, int limit) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (line.length() < limit) {
                line.append((char) c);
            }
        }
        return Optional.of(line.toString());
    }
}
