package io.anpip.media;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the packets of a video track say about its timing, which a header can only claim.
 *
 * <p>Packets that the container marks as not to be shown (before the start of an edit list) do not count.
 *
 * @param firstPtsSeconds when the first frame is shown
 * @param endSeconds when the last frame ends
 * @param largestKeyFrameGapSeconds the longest way from one key frame to the next, or from the last to the end
 * @param constantFrameRate whether all frames are shown equally long, to within 1 ms or a tick of the time base
 * @param medianFrameDurationSeconds between neighbours in presentation order; zero where there is only one frame
 * @param usualFrameDurationSeconds the average, not counting pauses: steps of more than four times the median
 * @param structure how the frames are grouped, where the rate is constant, all packets are shown, and their sizes are known
 */
public record PacketScan(
        int packetCount,
        double firstPtsSeconds,
        double endSeconds,
        int keyFrameCount,
        double largestKeyFrameGapSeconds,
        boolean constantFrameRate,
        double medianFrameDurationSeconds,
        double usualFrameDurationSeconds,
        Optional<GroupStructure> structure) {

    /** Without the structure. */
    public PacketScan(
            int packetCount,
            double firstPtsSeconds,
            double endSeconds,
            int keyFrameCount,
            double largestKeyFrameGapSeconds,
            boolean constantFrameRate,
            double medianFrameDurationSeconds,
            double usualFrameDurationSeconds) {
        this(
                packetCount,
                firstPtsSeconds,
                endSeconds,
                keyFrameCount,
                largestKeyFrameGapSeconds,
                constantFrameRate,
                medianFrameDurationSeconds,
                usualFrameDurationSeconds,
                Optional.empty());
    }

    private static final long ONE_MILLISECOND = 1_000;
    /** Each printed time is rounded, so a difference of two is off by up to one. */
    private static final long ROUNDING = 2;

    private static final double MICROS = 1e6;
    /** 30 years: differences of what a broken file says stay within a long. */
    private static final double FARTHEST_SECONDS = 1e9;

    private static final long PAUSE = 4;
    private static final long LONGEST_GUESS = 1_000_000;
    private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}");
    private static final long UNKNOWN = Long.MIN_VALUE;

    /**
     * Takes the packets one by one, in the order of the file, in bounded memory. Times are kept in microseconds, as ffprobe
     * prints them. Not for use by several threads.
     */
    static final class Tally {
        private final int limit;
        private long[] times = new long[1024];
        private long[] decodingTimes = new long[1024];
        private int[] sizes = new int[1024];
        private final BitSet keys = new BitSet();
        private boolean whole = true;
        private long[] keyTimes = new long[64];
        private int count;
        private int keyCount;
        private int withoutTime;
        private int delayedPictures;
        private long nextDecodingTime = UNKNOWN;
        private long end = UNKNOWN;

        Tally(int limit) {
            this.limit = limit;
        }

        /**
         * Takes one line of ffprobe's CSV: presentation time, decoding time, duration, size, flags; or, alone, the number of pictures
         * that a decoder keeps back. False: no more, please.
         */
        boolean take(String line) {
            String[] fields = line.split(",", -1);
            if (fields.length < 4) {
                delayedPictures =
                        SMALL_NUMBER.matcher(fields[0]).matches() ? Integer.parseInt(fields[0]) : delayedPictures;
                return true;
            }
            // Without a size there are only four.
            boolean sized = fields.length > 4;
            String flags = fields[sized ? 4 : 3];
            if (flags.indexOf('D') >= 0) {
                whole = false;
                return true;
            }
            long duration = micros(fields[2]).orElse(0);
            OptionalLong presented = micros(fields[0]);
            OptionalLong decoded = micros(fields[1]);
            // Some AVI and MPEG files give decoding times alone, or a time for every few pictures.
            long decoding = decoded.orElse(presented.orElse(duration > 0 ? nextDecodingTime : UNKNOWN));
            if (decoding == UNKNOWN) {
                whole = false;
                return true;
            }
            if (count >= limit) {
                return false;
            }
            withoutTime += presented.isPresent() ? 0 : 1;
            long shown = presented.orElse(decoding);
            times = append(times, count, shown);
            sizes = append(sizes, count, size(sized ? fields[3] : ""));
            decodingTimes = append(decodingTimes, count++, decoding);
            if (flags.startsWith("K")) {
                keys.set(count - 1);
                keyTimes = append(keyTimes, keyCount++, shown);
            }
            nextDecodingTime = decoding + duration;
            end = Math.max(end, shown + duration);
            return true;
        }

        boolean isEmpty() {
            return count == 0;
        }

        PacketScan result(Rational timeBase) {
            if (count == 0) {
                return new PacketScan(0, 0, 0, 0, 0, true, 0, 0);
            }
            long[] shown = presentationTimes();
            long[] gaps = gaps(shown);
            Arrays.sort(gaps);
            long median = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
            double tolerance = Math.max(ONE_MILLISECOND, timeBase.toDouble() * MICROS) + ROUNDING;
            boolean constant =
                    gaps.length == 0 || (gaps[gaps.length - 1] - median <= tolerance && median - gaps[0] <= tolerance);
            // Without durations in the file, or with a nominal one such as a tick, the last frame lasts as long as the
            // others, but for stills, of which nobody knows.
            long last = shown[count - 1];
            long usual = Math.min(median, LONGEST_GUESS);
            boolean nominal = (withoutTime > 0 && count > 1)
                    || end <= last
                    || (constant && median <= LONGEST_GUESS && end - last < median / 2);
            long until = nominal ? last + usual : end;
            Optional<GroupStructure> structure = constant && whole && withoutTime == 0
                    ? GroupStructure.of(
                            Arrays.copyOf(times, count), Arrays.copyOf(sizes, count), keys, median, until - shown[0])
                    : Optional.empty();
            return new PacketScan(
                    count,
                    shown[0] / MICROS,
                    until / MICROS,
                    keyCount,
                    largestKeyFrameGap(until) / MICROS,
                    constant,
                    median / MICROS,
                    Arrays.stream(gaps)
                                    .filter(gap -> gap <= PAUSE * median)
                                    .average()
                                    .orElse(0)
                            / MICROS,
                    structure);
        }

        private int size(String bytes) {
            try {
                return Integer.parseInt(bytes);
            } catch (NumberFormatException unknown) {
                whole = false;
                return 0;
            }
        }

        /**
         * In order. Where some are missing, pictures are shown as they are decoded, but for those that a decoder keeps back before it
         * shows the first: FFmpeg then gives each the time of the packet that pushed it out.
         */
        private long[] presentationTimes() {
            long[] shown = Arrays.copyOf(withoutTime == 0 ? times : decodingTimes, count);
            Arrays.sort(shown);
            long[] steps = gaps(shown);
            if (withoutTime == 0 || steps.length == 0) {
                return shown;
            }
            Arrays.sort(steps);
            long delay = delayedPictures * steps[steps.length / 2];
            return Arrays.stream(shown).map(time -> time + delay).toArray();
        }

        private long largestKeyFrameGap(long until) {
            long[] keys = Arrays.copyOf(keyTimes, keyCount + 1);
            keys[keyCount] = until;
            Arrays.sort(keys);
            return Arrays.stream(gaps(keys)).max().orElse(0);
        }

        private static long[] gaps(long[] sorted) {
            long[] gaps = new long[Math.max(0, sorted.length - 1)];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = sorted[i + 1] - sorted[i];
            }
            return gaps;
        }

        private static long[] append(long[] array, int at, long value) {
            long[] room = at < array.length ? array : Arrays.copyOf(array, 2 * array.length);
            room[at] = value;
            return room;
        }

        private static int[] append(int[] array, int at, int value) {
            int[] room = at < array.length ? array : Arrays.copyOf(array, 2 * array.length);
            room[at] = value;
            return room;
        }

        private static OptionalLong micros(String seconds) {
            try {
                double value = Double.parseDouble(seconds);
                return Double.isFinite(value)
                        ? OptionalLong.of(Math.round(Math.clamp(value, -FARTHEST_SECONDS, FARTHEST_SECONDS) * MICROS))
                        : OptionalLong.empty();
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
    }
}
