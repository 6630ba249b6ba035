package io.anpip.transcode.assembler;

import io.anpip.media.ContainerTables;
import io.anpip.media.MediaInput;
import io.anpip.media.ProbeReport;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what speaks against a file, at each step of the look into it: what its tables, its headers and its packets say.
 * Pure. Every sentence about a limit names the limit and the value.
 */
final class SourceRules {

    /** Measured rates are off by a frame at either end. */
    private static final double ROUNDING = 1.05;

    /** Two pictures that stand close together are no rate. */
    private static final int FEWEST_FOR_A_RATE = 10;

    private SourceRules() {}

    /** What speaks against a file by its container's own tables, before anything reads them whole. */
    static Optional<String> objection(ContainerTables tables, SourceLimits limits) {
        if (tables.encrypted()) {
            return Optional.of("The video is encrypted (protected by DRM), so it can't be decoded."
                    + " Upload a copy without protection.");
        }
        return tooMany(tables.tracks(), ContainerTables.MOST_COUNTED, "streams", limits.maxStreams())
                .or(() -> tooMany(tables.chapters(), ContainerTables.MOST_COUNTED, "chapters", limits.maxChapters()));
    }

    /** What speaks against a file by its headers, before its packets are read. */
    static Optional<String> objection(ProbeReport report, SourceLimits limits) {
        return tooMany(report.streams().size(), Integer.MAX_VALUE, "streams", limits.maxStreams())
                .or(() -> tooMany(report.chapters().size(), Integer.MAX_VALUE, "chapters", limits.maxChapters()))
                .or(() -> tooMany(
                        report.audioStreams().size(), Integer.MAX_VALUE, "audio tracks", limits.maxAudioTracks()))
                .or(() -> report.mainVideo().flatMap(video -> oversized(video.width(), video.height(), limits)));
    }

    /** What speaks against pictures of this size. */
    static Optional<String> oversized(long width, long height, SourceLimits limits) {
        if (width <= 0 || height <= 0) {
            return Optional.of("The pictures of the file have no size.");
        }
        long mostPixels = Math.min(limits.maxPixels(), MediaInput.MOST_PIXELS);
        if (width > limits.maxSide() || height > limits.maxSide() || width * height > mostPixels) {
            return Optional.of("The pictures are " + width + " x " + height + " pixels; the limit is " + mostPixels
                    + " pixels and " + limits.maxSide() + " a side.");
        }
        return Optional.empty();
    }

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
        return tooMany(probe.audio().size(), Integer.MAX_VALUE, "audio tracks", limits.maxAudioTracks())
                .or(() -> probe.video().flatMap(video -> objection(video, limits)));
    }

    private static Optional<String> objection(VideoTrack video, SourceLimits limits) {
        Optional<String> oversized = oversized(video.codedWidth(), video.codedHeight(), limits);
        if (oversized.isPresent()) {
            return oversized;
        }
        double rate = video.packetCount() >= FEWEST_FOR_A_RATE ? video.packetCount() / video.durationSeconds() : 0;
        if (rate > limits.maxFrameRate() * ROUNDING) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The video has %.0f pictures a second; the limit is %d.",
                    rate,
                    limits.maxFrameRate()));
        }
        double pixelRate = rate * video.codedWidth() * video.codedHeight();
        if (pixelRate > limits.maxPixelsPerSecond() * ROUNDING) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The video has %.0f pictures of %d x %d pixels a second, so %.0f pixels a second;"
                            + " the limit is %d.",
                    rate,
                    video.codedWidth(),
                    video.codedHeight(),
                    pixelRate,
                    limits.maxPixelsPerSecond()));
        }
        if (video.largestKeyFrameGapSeconds() > limits.maxKeyFrameGap().toSeconds()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The video has no key frame for %.0f s; the limit is %d s."
                            + " Save it with a key frame every few seconds.",
                    video.largestKeyFrameGapSeconds(),
                    limits.maxKeyFrameGap().toSeconds()));
        }
        return Optional.empty();
    }

    /** @param mostCounted where counting ended */
    private static Optional<String> tooMany(int count, int mostCounted, String what, int limit) {
        return count <= limit
                ? Optional.empty()
                : Optional.of("The file has " + (count < mostCounted ? "" : "at least ") + count + ' ' + what
                        + "; the limit is " + limit + '.');
    }
}
