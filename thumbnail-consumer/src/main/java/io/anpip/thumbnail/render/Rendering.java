package io.anpip.thumbnail.render;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.objectstore.LoopbackSource;
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
import io.anpip.thumbnail.render.RenderOutcome.NotNow;
import io.anpip.thumbnail.render.RenderOutcome.Rendered;
import io.anpip.thumbnail.render.RenderedPictures.Posters;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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

    /** Far more than the pictures ever take; a full disk is noticed before the work and not in the middle of it. */
    private static final long SCRATCH_BYTES = 64L << 20;

    private final LoopbackSource sources;
    private final FfmpegRunner runner;
    private final ScratchSpace scratch;
    private final PreviewFormat previewFormat;
    private final ThumbnailConfig config;

    public Rendering(
            LoopbackSource sources,
            FfmpegRunner runner,
            ScratchSpace scratch,
            PreviewFormat previewFormat,
            ThumbnailConfig config) {
        this.sources = sources;
        this.runner = runner;
        this.scratch = scratch;
        this.previewFormat = previewFormat;
        this.config = config;
    }

    /** Draws, and gives the pictures to the taker while their files exist. */
    public <T> RenderOutcome<T> render(SourceReady source, Function<RenderedPictures, T> taker) {
        Optional<ContainerFormat> format = ContainerFormat.readBy(source.probe().demuxer());
        if (format.isEmpty()) {
            return permanently("No pictures could be made: this kind of file is not known here.");
        }
        try (var file = sources.open(List.of(source.object()))) {
            MediaInput input = MediaInput.http(URI.create(file.url()), format.get());
            return switch (scratch.reserve(SCRATCH_BYTES)) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) -> new NotNow<>(sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield taken(draw(source.probe(), input, directory), taker);
                    }
                }
            };
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("The scratch disk cannot be used", diskTrouble);
        }
    }

    private RenderOutcome<RenderedPictures> draw(SourceProbe probe, MediaInput input, ScratchDirectory directory) {
        Duration length = Duration.ofMillis(Math.round(probe.durationSeconds() * 1000));
        RunLimits limits = new RunLimits(
                config.decoding().baseLimit().plus(length.multipliedBy(2)),
                config.decoding().stallLimit());
        if (probe.video().isPresent()) {
            SurveyCommand survey = survey(probe.video().get(), input, length);
            return new MovingPictures(
                            survey, config.posterSize(), limits, new Drawing(runner, directory), directory.path())
                    .draw();
        }
        return probe.audio().isEmpty()
                ? permanently("No pictures could be made: the file has neither picture nor sound.")
                : waveform(probe.audio().getFirst(), input, length, limits, directory);
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
            AudioTrack track, MediaInput input, Duration length, RunLimits limits, ScratchDirectory directory) {
        List<PictureSize> sizes =
                PosterSizes.of(16 * config.posterSize(), 9 * config.posterSize(), config.posterSize());
        var command = new WaveformCommand(input, track, length, sizes).in(directory.path(), limits);
        Posters posters = new Posters(directory.path(), sizes);
        return new Drawing(runner, directory)
                .draw(
                        command,
                        io.anpip.media.StdoutReader.ignoring(),
                        () -> new Rendered<>(new RenderedPictures(posters, Optional.empty())));
    }

    private static <T> RenderOutcome<T> taken(
            RenderOutcome<RenderedPictures> drawn, Function<RenderedPictures, T> taker) {
        return switch (drawn) {
            case Rendered<RenderedPictures>(RenderedPictures pictures) -> new Rendered<>(taker.apply(pictures));
            case Failed<RenderedPictures>(Failure failure) -> new Failed<>(failure);
            case NotNow<RenderedPictures>(String reason) -> new NotNow<>(reason);
        };
    }

    private static <T> RenderOutcome<T> permanently(String sentence) {
        return new Failed<>(new Failure(FailureKind.PERMANENT, sentence));
    }
}
