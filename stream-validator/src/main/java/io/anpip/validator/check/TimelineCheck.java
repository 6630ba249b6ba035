package io.anpip.validator.check;

import io.anpip.validator.bmff.InitSegment.Track;
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
        boolean timed = segment.ticks().isPresent()
                && segment.durationTicks().isPresent()
                && track.track().isPresent();
        if (!timed || !(segment.file().orElse(null) instanceof Cmaf(SegmentFile file)) || !file.isTimed()) {
            return;
        }
        long ticks = segment.ticks().orElseThrow();
        long duration = segment.durationTicks().orElseThrow();
        Shown shown = Shown.of(file, track.track().orElseThrow());
        boolean right = segment.exact()
                ? equal(ticks, track.timescale(), shown.ticks(), shown.timescale())
                        && equal(duration, track.timescale(), shown.durationTicks(), shown.timescale())
                : Math.abs((double) ticks / track.timescale() - (double) shown.ticks() / shown.timescale())
                        <= INEXACT * duration / track.timescale();
        if (!right) {
            findings.add(
                    DashRule.TIMELINE,
                    Place.part(dash.manifest().name(), track.name()),
                    segment.name() + " is listed at " + seconds(ticks, track.timescale()) + " for "
                            + seconds(duration, track.timescale()) + ", and its samples are at "
                            + seconds(shown.ticks(), shown.timescale()) + " for "
                            + seconds(shown.durationTicks(), shown.timescale()));
        }
    }

    /** When the samples of a segment are shown: what the one edit takes away, is taken from the first segment. */
    private record Shown(long ticks, long durationTicks, long timescale) {

        static Shown of(SegmentFile file, Track track) {
            long edited = track.edits().size() == 1
                    ? Math.max(0, track.edits().getFirst().mediaTime())
                    : 0;
            long start = file.fragments().getFirst().presentationTicks() - edited;
            return new Shown(Math.max(0, start), file.durationTicks() + Math.min(0, start), track.timescale());
        }
    }

    private static String seconds(long ticks, long timescale) {
        return Figures.seconds((double) ticks / timescale);
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
