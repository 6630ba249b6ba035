package io.anpip.upload.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code Range} header asks for of an object of known size, as RFC 9110 section 14 has it.
 *
 * <p>A header that is malformed, or asks for several ranges, may be passed over: the whole object answers it.
 */
public sealed interface ByteRange {

    /** All bytes. */
    record Whole() implements ByteRange {}

    /** Bytes from the first to the last, both included. */
    record Slice(long first, long last) implements ByteRange {

        /** Number of bytes. */
        public long length() {
            return last - first + 1;
        }

        /** The range as a header that is sure to be understood. */
        public String header() {
            return "bytes=" + first + '-' + last;
        }

        /** Value for {@code Content-Range}. */
        public String contentRange(long size) {
            return "bytes " + first + '-' + last + '/' + size;
        }
    }

    /** The object has no such bytes: 416. */
    record Unsatisfiable() implements ByteRange {}

    Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** Understands a header for an object of this size. */
    static ByteRange parse(Optional<String> header, long size) {
        Matcher matcher = SINGLE.matcher(header.map(String::strip).orElse(""));
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new Whole();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(matcher.group(2)), size);
            return suffix == 0 ? new Unsatisfiable() : new Slice(size - suffix, size - 1);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        if (last < first && !matcher.group(2).isEmpty()) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Slice(first, Math.min(last, size - 1));
    }
}
