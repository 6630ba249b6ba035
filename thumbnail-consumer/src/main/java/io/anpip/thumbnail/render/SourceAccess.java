package io.anpip.thumbnail.render;

import io.anpip.media.ContainerFormat;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.SourceReady;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens a stored source for FFmpeg, with a scratch folder beside it; both are gone when the work on them returns. */
@ApplicationScoped
public class SourceAccess {

    /** Far more than the pictures ever take; a full disk is noticed before the work and not in the middle of it. */
    private static final long SCRATCH_BYTES = 64L << 20;

    private final LoopbackSource sources;
    private final ScratchSpace scratch;

    public SourceAccess(LoopbackSource sources, ScratchSpace scratch) {
        this.sources = sources;
        this.scratch = scratch;
    }

    /** Does the work, which gets the input and the folder. */
    <T> RenderOutcome<T> open(SourceReady source, BiFunction<MediaInput, ScratchDirectory, RenderOutcome<T>> work) {
        Optional<ContainerFormat> format = ContainerFormat.readBy(source.probe().demuxer());
        if (format.isEmpty()) {
            return new RenderOutcome.Failed<>(new Failure(
                    FailureKind.PERMANENT, "No pictures could be made: this kind of file is not known here."));
        }
        try (var file = sources.open(List.of(source.object()))) {
            MediaInput input = MediaInput.http(URI.create(file.url()), format.get());
            return switch (scratch.reserve(SCRATCH_BYTES)) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) -> new RenderOutcome.NotNow<>(sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield work.apply(input, directory);
                    }
                }
            };
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("The scratch disk cannot be used", diskTrouble);
        }
    }
}
