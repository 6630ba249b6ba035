package io.anpip.thumbnail.render;

import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoTrack;
import io.anpip.thumbnail.command.PictureTrack;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import io.anpip.thumbnail.command.RunLimits;
import io.anpip.thumbnail.command.SurveyCommand;
import io.anpip.thumbnail.command.WaveformCommand;
import io.anpip.thumbnail.config.ThumbnailConfig;
import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.poster.PosterSizes;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.preview.PreviewPlan;
import io.anpip.thumbnail.render.RenderOutcome.Failed;
import io.anpip.thumbnail.render.RenderOutcome.Rendered;
import io.anpip.thumbnail.render.RenderedPictures.Posters;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws the pictures of a stored source: plans, opens the source for FFmpeg, and gives the files away before the scratch folder goes.
 *
 * <p>Threading: blocks; for a worker thread.
 */
@Startup
@ApplicationScoped
public class Rendering {

    private final SourceAccess sources;
    private final FfmpegRunner runner;
    private final PreviewFormat previewFormat;
    private final ThumbnailConfig config;

    public Rendering(SourceAccess sources, FfmpegRunner runner, PreviewFormat previewFormat, ThumbnailConfig config) {
        this.sources = sources;
        this.runner = runner;
        this.previewFormat = previewFormat;
        this.config = config;
    }

    /** Draws, and gives the pictures to the taker while their files exist. */
    public <T> RenderOutcome<T> render(SourceReady source, Function<RenderedPictures, T> taker) {
        return sources.open(
                source, (input, scratch) -> draw(source.probe(), input, scratch).map(taker));
    }

    private RenderOutcome<RenderedPictures> draw(SourceProbe probe, MediaInput input, ScratchDirectory scratch) {
        Duration length = Duration.ofMillis(Math.round(probe.durationSeconds() * 1000));
        RunLimits limits = new RunLimits(
                config.decoding().baseLimit().plus(length.multipliedBy(2)),
                config.decoding().stallLimit());
        if (probe.video().isPresent()) {
            SurveyCommand survey = survey(probe.video().get(), input, length);
            return new MovingPictures(survey, config.posterSize(), limits, new Drawing(runner, scratch), scratch.path())
                    .draw();
        }
        return probe.audio().isEmpty()
                ? permanently("No pictures could be made: the file has neither picture nor sound.")
                : waveform(probe.audio().getFirst(), input, length, limits, scratch);
    }

    private SurveyCommand survey(VideoTrack track, MediaInput input, Duration length) {
        var board = config.storyboard();
        StoryboardPlan storyboard = StoryboardPlan.of(
                length,
                track.displayWidth(),
                track.displayHeight(),
                new StoryboardPlan.Limits(
                        board.tileSize(), board.maxTiles(), board.shortestInterval(), board.columns(), board.rows()));
        PreviewPlan preview = PreviewPlan.of(
                length,
                PictureSize.fitted(
                        track.displayWidth(),
                        track.displayHeight(),
                        config.preview().size()),
                config.preview().frames(),
                config.preview().framesPerSecond(),
                previewFormat);
        Duration finest =
                storyboard.interval().compareTo(preview.interval()) < 0 ? storyboard.interval() : preview.interval();
        DecodedFrames frames = DecodedFrames.forInterval(track.largestKeyFrameGapSeconds(), finest);
        return new SurveyCommand(
                new PictureTrack(input, track, frames, config.decoding().threads()), storyboard, preview);
    }

    private RenderOutcome<RenderedPictures> waveform(
            AudioTrack track, MediaInput input, Duration length, RunLimits limits, ScratchDirectory scratch) {
        List<PictureSize> sizes =
                PosterSizes.of(16 * config.posterSize(), 9 * config.posterSize(), config.posterSize());
        var command = new WaveformCommand(input, track, length, sizes).in(scratch.path(), limits);
        Posters posters = new Posters(scratch.path(), sizes);
        return new Drawing(runner, scratch)
                .draw(
                        command,
                        io.anpip.media.StdoutReader.ignoring(),
                        () -> new Rendered<>(new RenderedPictures(posters, Optional.empty())));
    }

    private static <T> RenderOutcome<T> permanently(String sentence) {
        return new Failed<>(new Failure(FailureKind.PERMANENT, sentence));
    }
}
