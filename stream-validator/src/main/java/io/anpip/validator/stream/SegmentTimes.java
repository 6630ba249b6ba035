package io.anpip.validator.stream;

import io.anpip.validator.mpd.Addressing.Run;
import io.anpip.validator.mpd.Addressing.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes out the segments of a template (ISO/IEC 23009-1, 5.3.9.6). */
final class SegmentTimes {

    private static final double ROUNDING = 1e-6;

    private SegmentTimes() {}

    /** When a segment starts and how long it is, in ticks of the template. */
    record Times(long ticks, long durationTicks) {}

    /** All segments, at most so many. */
    static List<Times> of(Template template, Optional<Double> periodSeconds, int most) {
        double end = periodSeconds.orElse(0.0) * template.timescale() + template.timeOffset();
        List<Times> segments = new ArrayList<>();
        if (template.timeline().isEmpty()) {
            long duration = template.duration().orElse(0L);
            long time = template.timeOffset();
            while (duration > 0 && time < end - ROUNDING * template.timescale() && segments.size() < most) {
                segments.add(new Times(time, duration));
                time += duration;
            }
            return segments;
        }
        long time = template.timeOffset();
        List<Run> runs = template.timeline();
        for (int index = 0; index < runs.size(); index++) {
            Run run = runs.get(index);
            time = run.time().orElse(time);
            long repeat = run.repeat();
            if (repeat < 0 && run.duration() > 0) {
                double until = index + 1 < runs.size()
                        ? runs.get(index + 1).time().map(Long::doubleValue).orElse(end)
                        : end;
                repeat = (long) Math.ceil((until - time) / run.duration() - ROUNDING) - 1;
            }
            for (long count = 0; count <= repeat && segments.size() < most; count++) {
                segments.add(new Times(time, run.duration()));
                time += run.duration();
            }
        }
        return segments;
    }
}
