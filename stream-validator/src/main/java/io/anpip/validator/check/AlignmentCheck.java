package io.anpip.validator.check;

import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Optional;

/** Whether picture and sound fit: target durations, lengths and boundaries. */
final class AlignmentCheck implements Check {

    private static final double ROUNDING = 1e-6;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            targets(hls, findings);
            List<MeasuredTrack> tracks = hls.measured();
            if (!tracks.isEmpty() && hls.isEnded()) {
                lengths(hls, tracks, findings);
            }
            Optional<MeasuredTrack> picture = hls.video().stream().findFirst();
            picture.ifPresent(first -> tracks.forEach(track -> boundaries(first, track, findings)));
        });
    }

    private static void targets(HlsStream hls, Findings findings) {
        List<HlsTrack> tracks = hls.listedAs(Role.MEDIA);
        for (HlsTrack track : tracks) {
            Optional<Long> first = tracks.getFirst().playlist().targetDuration();
            Optional<Long> own = track.playlist().targetDuration();
            if (first.isPresent() && own.isPresent() && !own.equals(first)) {
                findings.add(
                        AppleRule.SAME_TARGET,
                        Place.of(track.name()),
                        "its target duration is " + own.get() + " s, and "
                                + tracks.getFirst().name() + " has " + first.get() + " s");
            }
        }
    }

    /** Sound ends on a whole frame of its own, so a frame of each may lie between them. */
    private static void lengths(HlsStream hls, List<MeasuredTrack> tracks, Findings findings) {
        MeasuredTrack reference = hls.video().stream().findFirst().orElse(tracks.getFirst());
        for (MeasuredTrack track : tracks) {
            double allowed = Math.max(reference.sampleSeconds(), track.sampleSeconds()) + ROUNDING;
            if (Math.abs(track.seconds() - reference.seconds()) > allowed) {
                findings.add(
                        AppleRule.SAME_DURATION,
                        Place.of(track.name()),
                        "it is " + Figures.seconds(track.seconds()) + " long, and " + reference.name() + " is "
                                + Figures.seconds(reference.seconds()));
            }
        }
    }

    private static void boundaries(MeasuredTrack picture, MeasuredTrack track, Findings findings) {
        double allowed = Math.max(picture.sampleSeconds(), track.sampleSeconds()) + ROUNDING;
        int shared = Math.min(picture.parts().size(), track.parts().size());
        for (int index = 1; index < shared; index++) {
            double wanted = picture.seconds(picture.parts().get(index).file().decodeTicks()
                    - picture.parts().getFirst().file().decodeTicks());
            double own = track.seconds(track.parts().get(index).file().decodeTicks()
                    - track.parts().getFirst().file().decodeTicks());
            if (Math.abs(wanted - own) > allowed) {
                findings.add(
                        AppleRule.SAME_BOUNDARIES,
                        Place.of(track.parts().get(index).name()),
                        "it starts at " + Figures.seconds(own) + ", and the video's segment at "
                                + Figures.seconds(wanted));
                return;
            }
        }
    }
}
