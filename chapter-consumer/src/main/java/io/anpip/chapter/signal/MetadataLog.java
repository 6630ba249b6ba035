package io.anpip.chapter.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Reads what FFmpeg's {@code metadata=print:file=...} writes: a line {@code frame:N pts:N pts_time:S} per frame, and below it a line
 * {@code key=value} per entry.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-filters.html#metadata_002c-ametadata">metadata, ametadata</a>
 */
public final class MetadataLog {

    private static final String TIME = "pts_time:";

    private MetadataLog() {}

    /** The times of the frames, in seconds. */
    public static List<Double> times(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("frame:") && line.contains(TIME))
                .map(line -> number(line.substring(line.indexOf(TIME) + TIME.length())))
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
    }

    /** The stretches between the two keys; one that is still open ends with the video. */
    public static List<Interval> intervals(Stream<String> lines, String startKey, String endKey, double lengthSeconds) {
        List<Interval> intervals = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        lines.forEach(line -> {
            valueOf(line, startKey).ifPresent(open::add);
            valueOf(line, endKey)
                    .ifPresent(end -> first(open).ifPresent(start -> {
                        intervals.add(new Interval(start, end));
                        open.clear();
                    }));
        });
        first(open)
                .filter(start -> start < lengthSeconds)
                .ifPresent(start -> intervals.add(new Interval(start, lengthSeconds)));
        return List.copyOf(intervals);
    }

    private static Optional<Double> first(List<Double> open) {
        return open.stream().findFirst();
    }

    private static OptionalDouble valueOf(String line, String key) {
        return line.startsWith(key + '=') ? number(line.substring(key.length() + 1)) : OptionalDouble.empty();
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
