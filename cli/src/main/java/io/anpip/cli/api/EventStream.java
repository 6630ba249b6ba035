package io.anpip.cli.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads server-sent events, by the WHATWG rules for fields, comments and blank lines. */
public final class EventStream implements AutoCloseable {
    private final BufferedReader lines;
    private Optional<String> id = Optional.empty();

    EventStream(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The data of the next event; empty when the stream has ended. Blocks. */
    public Optional<String> next() throws IOException {
        StringBuilder data = new StringBuilder();
        boolean hasData = false;
        while (true) {
            Optional<String> read = Optional.ofNullable(lines.readLine());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            String line = read.get();
            if (line.isEmpty()) {
                if (hasData) {
                    return Optional.of(data.toString());
                }
            } else if (fieldOf(line).equals("data")) {
                data.append(hasData ? "\n" : "").append(valueOf(line));
                hasData = true;
            } else if (fieldOf(line).equals("id")) {
                id = Optional.of(valueOf(line));
            }
        }
    }

    /** The id of the last event that had one: where to go on after a break. */
    public Optional<String> lastEventId() {
        return id;
    }

    private static String fieldOf(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String valueOf(String line) {
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
