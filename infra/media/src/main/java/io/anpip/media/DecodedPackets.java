package io.anpip.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of what FFmpeg read it could decode. The decoder hides what is missing from a damaged picture, and leaves out
 * what it cannot make a picture of at all; both count as damaged.
 *
 * @param read packets that were given to decoders; zero where FFmpeg did not tell
 * @param damaged packets of which came an error, or something damaged
 */
public record DecodedPackets(long read, long damaged) {

    public static final DecodedPackets NONE = new DecodedPackets(0, 0);

    /** Only lines that FFmpeg itself wrote at this level: it quotes titles, which are for the uploader to choose, at another. */
    private static final Pattern READ = Pattern.compile(
            "^(?:\\[[^\\]]*\\] )*\\[verbose\\]   Input stream #\\d+:\\d+ \\([a-z]+\\): (\\d{1,12}) packets read ");

    /** As versions 8 and 5 say it. */
    private static final Pattern DAMAGED = Pattern.compile("^(?:\\[[^\\]]*\\] )*\\[(?:warning|error)\\] "
            + "(?:Error submitting packet to decoder: |Error while decoding stream #|(?:.*: )?corrupt decoded frame)");

    /** Zero where nothing was read. */
    public double damagedShare() {
        return read == 0 ? 0 : Math.min(1, (double) damaged / read);
    }

    /** With what one more line of the log tells. */
    DecodedPackets and(String line) {
        if (DAMAGED.matcher(line).find()) {
            return new DecodedPackets(read, damaged + 1);
        }
        Matcher told = READ.matcher(line);
        return told.find() ? new DecodedPackets(read + Long.parseLong(told.group(1)), damaged) : this;
    }
}
