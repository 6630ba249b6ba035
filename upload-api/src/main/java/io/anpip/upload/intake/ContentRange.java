package io.anpip.upload.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code Content-Range} of a request says (RFC 9110, section 14.4, as Google's resumable uploads use it in requests). */
public sealed interface ContentRange {

    /** These bytes of a file of this size, both ends included. */
    record Bytes(long first, long last, long total) implements ContentRange {}

    /** No bytes: how far has the file come? */
    record Probe(long total) implements ContentRange {}

    /** Reads the header; empty when it is none of ours. */
    static Optional<ContentRange> parse(String header) {
        Matcher probe = Patterns.PROBE.matcher(header.strip());
        if (probe.matches()) {
            return Optional.of(new Probe(Long.parseLong(probe.group(1))));
        }
        Matcher range = Patterns.RANGE.matcher(header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        long total = Long.parseLong(range.group(3));
        return first <= last && last < total ? Optional.of(new Bytes(first, last, total)) : Optional.empty();
    }

    /** Eighteen digits are more than any file has bytes, and fit a long. */
    final class Patterns {
        private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");
        private static final Pattern PROBE = Pattern.compile("bytes \\*/([0-9]{1,18})");

        private Patterns() {}
    }
}
