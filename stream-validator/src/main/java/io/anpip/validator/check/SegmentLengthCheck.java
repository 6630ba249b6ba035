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

/**
 * EXTINF against the samples (Apple 8.1): the error of any run of segments is the difference of two running errors, so the span
 * of the running error is the largest error of all runs.
 */
final class SegmentLengthCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            double frame = frameSeconds(hls);
            for (HlsTrack track : hls.listedAs(Role.MEDIA)) {
                track.measured().ifPresent(measured -> check(track, measured, frame, findings));
            }
        });
    }

    /** Length of a video frame; of a frame of the sound where there is no picture. */
    static double frameSeconds(HlsStream hls) {
        return hls.video().stream()
                .findFirst()
                .or(() -> hls.audio().stream().findFirst())
                .map(MeasuredTrack::sampleSeconds)
                .orElse(0.0);
    }

    private static void check(HlsTrack track, MeasuredTrack measured, double frame, Findings findings) {
        double error = 0;
        double smallest = 0;
        double largest = 0;
        for (int index = 0; index < measured.parts().size(); index++) {
            double listed = track.segments().get(index).listed().seconds();
            double held = measured.seconds(measured.parts().get(index).file().durationTicks());
            error += listed - held;
            smallest = Math.min(smallest, error);
            largest = Math.max(largest, error);
            if (largest - smallest > frame) {
                findings.add(
                        AppleRule.EXTINF_SUM,
                        Place.line(
                                track.name(),
                                track.segments().get(index).listed().line()),
                        "up to here the sum of EXTINF is off by " + Figures.seconds(largest - smallest)
                                + "; this segment says " + Figures.seconds(listed) + " and holds "
                                + Figures.seconds(held));
                return;
            }
        }
    }
}
