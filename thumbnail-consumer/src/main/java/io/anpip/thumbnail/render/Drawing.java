package io.anpip.thumbnail.render;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.FfmpegVerdict.Fine;
import io.anpip.media.FfmpegVerdict.InputAtFault;
import io.anpip.media.FfmpegVerdict.NotItsFault;
import io.anpip.media.FfmpegVerdict.Suspect;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.StdoutReader;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.thumbnail.render.RenderOutcome.Failed;
import io.anpip.thumbnail.render.RenderOutcome.NotNow;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a drawing command, and says what its end means for the pictures. */
final class Drawing {

    private static final Logger LOGGER = LoggerFactory.getLogger(Drawing.class);
    private static final String DAMAGED = "No pictures could be made: the file's data cannot be decoded.";

    private final FfmpegRunner runner;
    private final ScratchDirectory scratch;

    Drawing(FfmpegRunner runner, ScratchDirectory scratch) {
        this.runner = runner;
        this.scratch = scratch;
    }

    /** Runs, and goes on with what it has drawn; a suspect end is given one more try. */
    <T> RenderOutcome<T> draw(FfmpegCommand command, StdoutReader stdout, Supplier<RenderOutcome<T>> next) {
        FfmpegCommand contained = command.within(scratch);
        return switch (FfmpegVerdict.ofTwoTries(() -> runner.run(contained, ProgressListener.ignoring(), stdout))) {
            case Fine ignored -> next.get();
            case InputAtFault(List<String> lines) -> {
                LOGGER.info("FFmpeg could draw no pictures: {}", lines);
                yield damaged();
            }
            case Suspect(String reason, List<String> lines) -> {
                LOGGER.warn("FFmpeg was given up after two tries, {}: {}", reason, lines);
                yield new Failed<>(new Failure(
                        FailureKind.SUSPECT, "Making pictures was given up after two tries: " + reason + '.'));
            }
            case NotItsFault(String reason) -> new NotNow<>(reason);
        };
    }

    /** FFmpeg read the file and found nothing to show. */
    static <T> Failed<T> damaged() {
        return new Failed<>(new Failure(FailureKind.PERMANENT, DAMAGED));
    }
}
