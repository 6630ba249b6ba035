package io.anpip.transcode.plan;

import io.anpip.schemas.LeftOutRendition;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PlannedRendition;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.grid.TextGrid;
import io.anpip.transcode.ladder.ContentLadder;
import io.anpip.transcode.ladder.Ladder;
import io.anpip.transcode.ladder.Rung;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All decisions about one video, taken once and stored before encoding: every encoder and the packager work from it.
 *
 * @param videoId the video
 * @param generation the run over the source
 * @param source the source file as an object
 * @param probe what the source holds
 * @param profile name of the encoding profile it was made after
 * @param grid the frame grid; empty without a picture track
 * @param rungs the renditions of the picture, smallest first, at one size in the order of the profile; empty without a picture track
 * @param leftOut the steps of the ladder that are not made, and why
 * @param audio the renditions of the audio tracks: stereo of every track in file order, then further qualities
 * @param text the renditions of the text subtitle tracks in file order
 * @param encoder settings of the encoders
 * @param loudness the loudness to bring sound to; empty where it stays as it is
 * @param copied which tracks of the source are taken over as they are, if any
 * @param downloads which files to save are made, if any
 */
public record EncodingPlan(
        VideoId videoId,
        int generation,
        ObjectRef source,
        SourceProbe probe,
        String profile,
        Optional<FrameGrid> grid,
        List<Rung> rungs,
        List<LeftOutRendition> leftOut,
        List<AudioRendition> audio,
        List<TextRendition> text,
        EncoderSettings encoder,
        Optional<LoudnessTarget> loudness,
        Optional<CopiedTracks> copied,
        Optional<PlannedDownloads> downloads) {

    public EncodingPlan {
        rungs = List.copyOf(rungs);
        leftOut = List.copyOf(leftOut);
        audio = List.copyOf(audio);
        text = List.copyOf(text);
    }

    /** Plans a video; the source has a picture track or an audio track, or both. */
    public static EncodingPlan of(
            VideoId videoId, int generation, ObjectRef source, SourceProbe probe, PlanSettings settings) {
        Optional<FrameGrid> grid = probe.video().map(track -> FrameGrid.of(track, settings.grid()));
        List<Rung> rungs = probe.video()
                .flatMap(track -> grid.map(laid -> Ladder.plan(track, laid.frameRate(), settings.ladders())))
                .map(ladder -> probe.audio().isEmpty() ? Ladder.forPictureAlone(ladder) : ladder)
                .orElse(List.of());
        List<AudioRendition> audio =
                new AudioRenditions(settings.encoder().audioBitrateBps(), settings.sound()).of(probe);
        AudioGrid cut = grid.map(AudioGrid::of).orElseGet(() -> AudioGrid.of(soundSeconds(probe)));
        return new EncodingPlan(
                videoId,
                generation,
                source,
                probe,
                settings.profile(),
                grid,
                rungs,
                List.of(),
                audio,
                TextRenditions.of(probe.subtitles().orElse(List.of())),
                settings.encoder(),
                settings.sound().loudness(),
                settings.passThrough()
                        ? CopiedTracks.of(
                                probe, grid, rungs, audio, cut, settings.sound().loudness())
                        : Optional.empty(),
                PlannedDownloads.of(settings.downloads(), rungs, audio));
    }

    /** The same plan with the ladder that its content asks for; what is copied costs nothing, and so stays. */
    public EncodingPlan with(ContentLadder ladder) {
        ContentLadder kept = copiedRung().map(ladder::keeping).orElse(ladder);
        return with(kept.rungs(), kept.leftOut(), copied);
    }

    private EncodingPlan with(List<Rung> next, List<LeftOutRendition> left, Optional<CopiedTracks> taken) {
        return new EncodingPlan(
                videoId,
                generation,
                source,
                probe,
                profile,
                grid,
                next,
                left,
                audio,
                text,
                encoder,
                loudness,
                taken,
                downloads);
    }

    /** The rung that is made of the source's own pictures. */
    public Optional<Rung> copiedRung() {
        return rungs.stream().filter(this::isCopied).findFirst();
    }

    /** The rungs that are encoded, smallest first. */
    public List<Rung> encodedRungs() {
        return rungs.stream().filter(rung -> !isCopied(rung)).toList();
    }

    private boolean isCopied(Rung rung) {
        return copied.flatMap(CopiedTracks::rung).filter(rung.name()::equals).isPresent();
    }

    /** Whether an audio rendition is made of the source's own sound. */
    public boolean copies(AudioRendition sound) {
        return copied.filter(tracks -> tracks.sounds().contains(sound.name())).isPresent();
    }

    /** The same plan with nothing copied and this rung alone: for a track that did not conform after all. */
    public EncodingPlan encodingOnly(Rung rung) {
        return with(List.of(rung), leftOut, Optional.empty());
    }

    /** The time in the clock of the source that is zero in the encoded video: where its picture starts, else its sound. */
    public double originSeconds() {
        return PassThrough.originSeconds(probe);
    }

    /** How the audio renditions are cut. */
    public AudioGrid audioGrid() {
        return grid.map(AudioGrid::of).orElseGet(() -> AudioGrid.of(soundSeconds(probe)));
    }

    /** How the subtitle renditions are cut: like the picture, or like the sound where there is none. */
    public TextGrid textGrid() {
        return grid.map(TextGrid::of).orElseGet(() -> TextGrid.of(audioGrid()));
    }

    /** Length of what will be played, in seconds. */
    public double durationSeconds() {
        return grid.map(FrameGrid::durationSeconds).orElseGet(() -> audioGrid().durationSeconds());
    }

    /** The target duration of all media playlists: the longest segment of any rendition, rounded as RFC 8216 says. */
    public int targetDurationSeconds() {
        Stream<Double> pictures = grid.stream()
                .flatMap(laid -> laid.segmentTicks().stream().map(ticks -> (double) ticks / laid.timescale()));
        Stream<Double> sounds = audio.isEmpty()
                ? Stream.empty()
                : audioGrid().segmentFrames().stream()
                        .map(frames -> (double) frames * AudioGrid.FRAME_SAMPLES / AudioGrid.SAMPLE_RATE_HZ);
        double longest = Stream.concat(pictures, sounds).max(Double::compare).orElse(1.0);
        return Math.max(1, Math.toIntExact(Math.round(longest)));
    }

    /** The ladder as events tell it. */
    public List<PlannedRendition> plannedRenditions() {
        return rungs.stream()
                .map(rung -> new PlannedRendition(
                        rung.name(),
                        rung.width(),
                        rung.height(),
                        rung.maxBitrateBps(),
                        Optional.of(rung.codec().ffmpegName()),
                        isCopied(rung) ? Optional.of(true) : Optional.empty()))
                .toList();
    }

    private static double soundSeconds(SourceProbe probe) {
        if (probe.durationSeconds() > 0) {
            return probe.durationSeconds();
        }
        double end = probe.audio().stream()
                .mapToDouble(track -> track.startSeconds() + track.durationSeconds())
                .max()
                .orElse(0);
        return Math.max(0, end - PassThrough.originSeconds(probe));
    }
}
