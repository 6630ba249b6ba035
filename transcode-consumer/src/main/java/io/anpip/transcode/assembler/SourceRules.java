package io.anpip.transcode.assembler;

import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import java.util.Locale;
import java.util.Optional;

/** Says what speaks against a file that could be read. Pure. */
final class SourceRules {

    private static final int LARGEST_SIDE = 16_384;

    private SourceRules() {}

    /** The sentence for the person who uploaded it, or nothing when the file may become a video. */
    static Optional<String> objection(SourceProbe probe, SourceLimits limits) {
        if (probe.video().isEmpty() && probe.audio().isEmpty()) {
            return Optional.of("The file holds neither pictures nor sound that we can decode.");
        }
        if (!(probe.durationSeconds() > 0)) {
            return Optional.of("The file has no length: nothing in it can be played.");
        }
        if (probe.durationSeconds() > limits.maxDuration().toSeconds()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The video is %.0f s long; the limit is %d s.",
                    probe.durationSeconds(),
                    limits.maxDuration().toSeconds()));
        }
        if (probe.audio().size() > limits.maxAudioTracks()) {
            return Optional.of("The file has " + probe.audio().size() + " audio tracks; the limit is "
                    + limits.maxAudioTracks() + ".");
        }
        return probe.video().flatMap(video -> objection(video, limits));
    }

    private static Optional<String> objection(VideoTrack video, SourceLimits limits) {
        long pixels = (long) video.codedWidth() * video.codedHeight();
        if (video.codedWidth() <= 0 || video.codedHeight() <= 0) {
            return Optional.of("The pictures of the file have no size.");
        }
        if (pixels > limits.maxPixels() || video.codedWidth() > LARGEST_SIDE || video.codedHeight() > LARGEST_SIDE) {
            return Optional.of("The pictures are " + video.codedWidth() + " x " + video.codedHeight()
                    + " pixels; the limit is " + limits.maxPixels() + " pixels and " + LARGEST_SIDE + " a side.");
        }
        return Optional.empty();
    }
}
