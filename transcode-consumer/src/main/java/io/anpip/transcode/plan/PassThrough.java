package io.anpip.transcode.plan;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which tracks of a source are taken over as they are. Pure: what can be known before the bytes are copied; the rewriters
 * look at the copied bytes again.
 *
 * <p>A copied picture is as good as encoded ones: every segment begins with a key frame at the same time as in the other renditions,
 * and its bit rate is within the cap of its rung and within twice its average (Apple's HLS authoring specification, 1.30, 7.4).
 */
public final class PassThrough {

    private static final Set<String> INDEXED_CONTAINERS = Set.of("mov", "matroska", "flv");
    private static final Set<String> PROFILES = Set.of("Constrained Baseline", "Baseline", "Main", "High");
    private static final Rational SQUARE = new Rational(1, 1);

    /** Below this many lines, video that does not say so is taken for standard definition: not in the colours of the other rungs. */
    private static final int HIGH_DEFINITION_LINES = 720;

    private static final int MOST_PEAK_TO_AVERAGE = 2;

    /** A copied track is rewritten out of one mapped file, which holds less than 2 GiB. */
    private static final double LARGEST_TRACK_BYTES = 1.9e9;

    /** Apple's HLS authoring specification, 2.9. */
    private static final long LOWEST_SOUND_BPS = 32_000;

    private static final long HIGHEST_SOUND_BPS = 160_000;

    private static final int STEREO = 2;
    private static final double HALF_SOUND_FRAME = AudioGrid.FRAME_SAMPLES / 2.0 / AudioGrid.SAMPLE_RATE_HZ;

    private PassThrough() {}

    /**
     * What speaks against copying the picture track as the largest H.264 rung; nothing means that it is copied.
     *
     * @param rungs the ladder, smallest first: those below the largest are encoded, and so everything is decoded once
     */
    public static List<PictureObjection> pictureObjections(SourceProbe probe, FrameGrid grid, List<Rung> rungs) {
        return CopiedTracks.candidate(rungs)
                .map(top -> pictureObjections(probe, grid, rungs, top))
                .orElse(List.of(PictureObjection.CODEC));
    }

    private static List<PictureObjection> pictureObjections(
            SourceProbe probe, FrameGrid grid, List<Rung> rungs, Rung top) {
        VideoTrack track = probe.video().orElseThrow();
        Map<PictureObjection, Boolean> applies = new LinkedHashMap<>();
        applies.put(PictureObjection.CONTAINER, !INDEXED_CONTAINERS.contains(probe.demuxer()));
        applies.put(PictureObjection.CODEC, !isPlainH264(track));
        applies.put(PictureObjection.INTERLACED, !isProgressive(track));
        applies.put(PictureObjection.COLOUR, !isStandardColour(track));
        applies.put(PictureObjection.ROTATED, track.rotationDegrees() != 0);
        applies.put(PictureObjection.PIXELS, !track.sampleAspectRatio().equals(SQUARE));
        applies.put(PictureObjection.SIZE, track.codedWidth() != top.width() || track.codedHeight() != top.height());
        applies.put(PictureObjection.RATE, !isOnGrid(track, grid));
        applies.put(PictureObjection.STRUCTURE, track.structure().isEmpty());
        track.structure().ifPresent(structure -> {
            applies.put(PictureObjection.KEY_FRAMES, !segmentsBeginWithKeyFrames(structure, grid));
            applies.put(PictureObjection.OPEN, !structure.closedGops());
            applies.put(
                    PictureObjection.UNEVEN,
                    structure.peakBitrateBps() > MOST_PEAK_TO_AVERAGE * structure.averageBitrateBps());
            applies.put(PictureObjection.LARGE, structure.peakBitrateBps() > top.maxBitrateBps());
            applies.put(
                    PictureObjection.LONG,
                    structure.averageBitrateBps() / 8.0 * grid.durationSeconds() > LARGEST_TRACK_BYTES);
        });
        applies.put(PictureObjection.ALONE, rungs.size() == 1);
        return raised(applies);
    }

    /**
     * What speaks against copying a sound track; nothing means that it is copied.
     *
     * @param originSeconds the time in the clock of the source that is zero in the encoded video
     */
    public static List<SoundObjection> soundObjections(
            SourceProbe probe, AudioTrack track, double originSeconds, AudioGrid grid) {
        double end = originSeconds + grid.durationSeconds() - HALF_SOUND_FRAME;
        Map<SoundObjection, Boolean> applies = new LinkedHashMap<>();
        applies.put(SoundObjection.CONTAINER, !probe.demuxer().equals("mov"));
        applies.put(
                SoundObjection.CODEC,
                !track.codec().equals("aac")
                        || !track.details()
                                .map(SoundDetails::profile)
                                .orElse("")
                                .equals("LC"));
        applies.put(SoundObjection.CHANNELS, track.channels() != STEREO);
        applies.put(SoundObjection.SAMPLE_RATE, track.sampleRateHz() != AudioGrid.SAMPLE_RATE_HZ);
        applies.put(
                SoundObjection.BITRATE,
                track.details()
                        .flatMap(SoundDetails::bitrateBps)
                        .filter(rate -> rate >= LOWEST_SOUND_BPS && rate <= HIGHEST_SOUND_BPS)
                        .isEmpty());
        applies.put(SoundObjection.STARTS_LATE, track.startSeconds() > originSeconds + HALF_SOUND_FRAME);
        applies.put(SoundObjection.ENDS_EARLY, track.startSeconds() + track.durationSeconds() < end);
        return raised(applies);
    }

    /** The time in the clock of the source that is zero in the encoded video: where its picture starts, else its sound. */
    static double originSeconds(SourceProbe probe) {
        return probe.video()
                .map(VideoTrack::startSeconds)
                .or(() -> probe.audio().stream().map(AudioTrack::startSeconds).min(Double::compare))
                .orElse(0.0);
    }

    private static boolean isPlainH264(VideoTrack track) {
        return track.codec().equals("h264")
                && track.pixelFormat().equals("yuv420p")
                && track.details()
                        .map(PictureDetails::profile)
                        .filter(PROFILES::contains)
                        .isPresent();
    }

    private static boolean isProgressive(VideoTrack track) {
        return track.fieldOrder().equals("progressive")
                && track.details()
                        .map(PictureDetails::scan)
                        .filter(scan -> !scan.equals("progressive"))
                        .isEmpty();
    }

    private static boolean isStandardColour(VideoTrack track) {
        return track.details()
                .filter(details -> isStandardColour(track, details))
                .isPresent();
    }

    private static boolean isStandardColour(VideoTrack track, PictureDetails details) {
        boolean small = Math.min(track.codedWidth(), track.codedHeight()) < HIGH_DEFINITION_LINES;
        return !details.colorRange().equals("pc")
                && isBt709OrUnset(track.colorTransfer())
                && isBt709OrUnset(details.colorPrimaries())
                && (details.colorMatrix().equals("bt709") || (!small && isUnset(details.colorMatrix())));
    }

    private static boolean isBt709OrUnset(String colour) {
        return colour.equals("bt709") || isUnset(colour);
    }

    private static boolean isUnset(String colour) {
        return colour.isEmpty() || colour.equals("unknown");
    }

    /** Whether frame after frame lies at its place: then a frame of the source is the same frame in every rendition. */
    private static boolean isOnGrid(VideoTrack track, FrameGrid grid) {
        double drift = track.durationSeconds() - grid.durationSeconds();
        double frameSeconds = 1 / grid.frameRate().toDouble();
        double rates = track.frameRate().toDouble() / grid.frameRate().toDouble();
        return track.constantFrameRate()
                && track.packetCount() == grid.totalFrames()
                && Math.abs(drift) < frameSeconds / 2
                && Math.abs(rates - 1) * grid.durationSeconds() < frameSeconds / 4;
    }

    private static boolean segmentsBeginWithKeyFrames(CodedStructure structure, FrameGrid grid) {
        return structure.keyFrameIntervalFrames() > 0
                && (grid.segmentCount() == 1 || grid.segmentFrames() % structure.keyFrameIntervalFrames() == 0);
    }

    private static <T> List<T> raised(Map<T, Boolean> applies) {
        return applies.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
