package io.anpip.validator.check;

import io.anpip.validator.bmff.Fragment;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.CmafRule;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.stream.Stream;

/** The seams of a track: fragments continue each other in time, in number and in the length of frames. */
final class DecodeTimeCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        List<MeasuredTrack> tracks = stream.hls()
                .map(hls -> hls.measured())
                .orElseGet(() -> stream.dash().stream()
                        .flatMap(dash -> dash.tracks().stream())
                        .flatMap(track -> track.measured().stream())
                        .toList());
        for (MeasuredTrack track : tracks) {
            seams(track, findings);
            frames(track, findings);
        }
    }

    private record Named(Place place, Fragment fragment) {}

    private static Stream<Named> named(MeasuredTrack.Part part) {
        List<Fragment> fragments = part.file().fragments();
        return java.util.stream.IntStream.range(0, fragments.size())
                .mapToObj(index -> new Named(Place.part(part.name(), "fragment " + (index + 1)), fragments.get(index)));
    }

    private static void seams(MeasuredTrack track, Findings findings) {
        List<Named> all = track.parts().stream().flatMap(DecodeTimeCheck::named).toList();
        for (int index = 1; index < all.size(); index++) {
            Fragment before = all.get(index - 1).fragment();
            Fragment own = all.get(index).fragment();
            if (own.decodeTicks() != before.endTicks()) {
                findings.add(
                        AppleRule.DECODE_TIME,
                        all.get(index).place(),
                        "its tfdt is " + own.decodeTicks() + ", and the fragment before ends at " + before.endTicks()
                                + ": " + Figures.seconds(track.seconds(own.decodeTicks() - before.endTicks()))
                                + " off");
            }
            if (own.sequence() <= before.sequence()) {
                findings.add(
                        CmafRule.SEQUENCE,
                        all.get(index).place(),
                        "its sequence number is " + own.sequence() + ", after " + before.sequence());
            }
        }
    }

    /** Only the last frame of a track may be of another length. */
    private static void frames(MeasuredTrack track, Findings findings) {
        long ticks = track.sampleTicks();
        for (MeasuredTrack.Part part : track.parts()) {
            boolean last = part.equals(track.parts().getLast());
            long held = part.file().durationTicks();
            long wanted = part.file().samples() * ticks;
            boolean even = part.file().fragments().stream()
                    .allMatch(fragment -> fragment.shortestSample() == ticks || (last && fragment.samples() == 1));
            if ((!last && held != wanted) || (last && Math.abs(held - wanted) > ticks) || !even) {
                findings.add(
                        CmafRule.FRAMES,
                        Place.of(part.name()),
                        part.file().samples() + " samples last " + held + " ticks; at " + ticks
                                + " ticks each they should last " + wanted);
            }
        }
    }
}
