package io.anpip.validator.check;

import io.anpip.validator.bmff.SegmentFile;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.stream.DashStream;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.DashTrack.DashSegment;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.math.BigInteger;
import java.util.Optional;

/** The times of a manifest, against those of the files. */
final class TimelineCheck implements Check {

    /** Without a timeline, a segment may be half as long as it says off its place (ISO/IEC 23009-1, 7.2.1). */
    private static final double INEXACT = 0.5;

    private static final double ROUNDING = 1e-3;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.dash().ifPresent(dash -> {
            for (DashTrack track : dash.tracks()) {
                for (DashSegment segment : track.segments()) {
                    segment(dash, track, segment, findings);
                }
                period(dash, track, findings);
            }
        });
    }

    private static void segment(DashStream dash, DashTrack track, DashSegment segment, Findings findings) {
        Optional<Long> timescale = track.track().map(held -> held.timescale());
        boolean timed = segment.ticks().isPresent() && segment.durationTicks().isPresent() && timescale.isPresent();
        if (!timed || !(segment.file().orElse(null) instanceof Cmaf(SegmentFile file)) || !file.isTimed()) {
            return;
        }
        long ticks = segment.ticks().orElseThrow();
        long duration = segment.durationTicks().orElseThrow();
        long own = timescale.orElseThrow();
        boolean right = segment.exact()
                ? equal(ticks, track.timescale(), file.decodeTicks(), own)
                        && equal(duration, track.timescale(), file.durationTicks(), own)
                : Math.abs((double) ticks / track.timescale() - (double) file.decodeTicks() / own)
                        <= INEXACT * duration / track.timescale();
        if (!right) {
            findings.add(
                    DashRule.TIMELINE,
                    Place.part(dash.manifest().name(), track.name()),
                    segment.name() + " is listed at " + Figures.seconds((double) ticks / track.timescale()) + " for "
                            + Figures.seconds((double) duration / track.timescale()) + ", and its samples are at "
                            + Figures.seconds((double) file.decodeTicks() / own) + " for "
                            + Figures.seconds((double) file.durationTicks() / own));
        }
    }

    /** Whether two times of different clocks are the same, exactly. */
    private static boolean equal(long one, long oneScale, long other, long otherScale) {
        return BigInteger.valueOf(one)
                .multiply(BigInteger.valueOf(otherScale))
                .equals(BigInteger.valueOf(other).multiply(BigInteger.valueOf(oneScale)));
    }

    private static void period(DashStream dash, DashTrack track, Findings findings) {
        Optional<Double> period = dash.manifest().periodSeconds();
        if (period.isEmpty() || track.segments().isEmpty()) {
            return;
        }
        DashSegment first = track.segments().getFirst();
        DashSegment last = track.segments().getLast();
        if (first.ticks().isEmpty()) {
            return;
        }
        double frame = track.measured().map(MeasuredTrack::sampleSeconds).orElse(0.0) + ROUNDING;
        double start = (double) (first.ticks().orElseThrow() - track.timeOffset()) / track.timescale();
        double end = (double) (last.ticks().orElseThrow() + last.durationTicks().orElse(0L) - track.timeOffset())
                / track.timescale();
        if (start > frame || end < period.get() - frame) {
            findings.add(
                    DashRule.PERIOD,
                    Place.part(dash.manifest().name(), track.name()),
                    "its segments last from " + Figures.seconds(start) + " to " + Figures.seconds(end)
                            + ", and the period is " + Figures.seconds(period.get()) + " long");
        }
    }
}
