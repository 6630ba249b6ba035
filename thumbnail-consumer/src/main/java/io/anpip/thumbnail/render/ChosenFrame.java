package io.anpip.thumbnail.render;

import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.StdoutReader;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoTrack;
import io.anpip.thumbnail.command.ChosenFrameCommand;
import io.anpip.thumbnail.command.PictureTrack;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import io.anpip.thumbnail.command.RunLimits;
import io.anpip.thumbnail.command.StillOutputs;
import io.anpip.thumbnail.config.ThumbnailConfig;
import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.poster.PosterSizes;
import io.anpip.thumbnail.render.RenderedPictures.Posters;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Takes the frame a user has picked out of a stored source.
 *
 * <p>Threading: blocks; for a worker thread.
 */
@ApplicationScoped
public class ChosenFrame {

    private final SourceAccess sources;
    private final FfmpegRunner runner;
    private final ThumbnailConfig config;

    public ChosenFrame(SourceAccess sources, FfmpegRunner runner, ThumbnailConfig config) {
        this.sources = sources;
        this.runner = runner;
        this.config = config;
    }

    /** Takes the frame shown at a time, and gives it to the taker in its sizes while the files exist. */
    public <T> RenderOutcome<T> take(SourceReady source, Duration time, Function<Posters, T> taker) {
        return source.probe()
                .video()
                .map(track -> sources.open(
                        source,
                        (input, scratch) -> take(track, time, input, scratch).map(taker)))
                .orElseGet(() -> new RenderOutcome.Failed<>(
                        new Failure(FailureKind.PERMANENT, "The video has no picture that could be its poster.")));
    }

    private RenderOutcome<Posters> take(VideoTrack track, Duration time, MediaInput input, ScratchDirectory scratch) {
        Path folder = scratch.path();
        List<PictureSize> sizes = PosterSizes.of(track.displayWidth(), track.displayHeight(), config.posterSize());
        PictureTrack whole = new PictureTrack(
                input, track, DecodedFrames.ALL, config.decoding().threads());
        RunLimits limits =
                new RunLimits(config.decoding().baseLimit(), config.decoding().stallLimit());
        return new Drawing(runner, scratch)
                .draw(
                        new ChosenFrameCommand(whole, sizes).at(time, folder, limits),
                        StdoutReader.ignoring(),
                        () -> sizes.stream().allMatch(size -> Files.exists(folder.resolve(StillOutputs.fileName(size))))
                                ? new RenderOutcome.Rendered<>(new Posters(folder, sizes))
                                : Drawing.damaged());
    }
}
