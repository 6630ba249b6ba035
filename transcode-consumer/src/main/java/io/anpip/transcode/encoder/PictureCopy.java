package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Lane;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.CopiedPictureRewriter;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.CopyCommand;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over the source's own pictures as a rendition. Where the bytes turn out not to keep what the probe promised, the same task encodes
 * that rendition, chunk after chunk: whoever waits for it sees no difference.
 */
@ApplicationScoped
public class PictureCopy {

    private static final Logger LOGGER = LoggerFactory.getLogger(PictureCopy.class);

    private final FfmpegRunner ffmpeg;
    private final PictureEncode pictures;
    private final SegmentUpload upload;
    private final TaskMarkers markers;
    private final TranscodeConfig config;

    public PictureCopy(
            FfmpegRunner ffmpeg,
            PictureEncode pictures,
            SegmentUpload upload,
            TaskMarkers markers,
            TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.pictures = pictures;
        this.upload = upload;
        this.markers = markers;
        this.config = config;
    }

    /** What the copying has come to. */
    private sealed interface Copy {}

    private record Copied(EncodedTrack track) implements Copy {}

    private record Unfit(String reason) implements Copy {}

    private record Trouble(AttemptOutcome.Failed failure) implements Copy {}

    /** Copies into an own folder, or encodes there, stores and commits. */
    AttemptOutcome run(CopyPicture task, VideoKeys keys, EncodingPlan plan, MediaInput input, ScratchDirectory scratch)
            throws IOException {
        String prefix = keys.attempt(TaskNames.of(task), UUID.randomUUID());
        Rung rung = rung(plan, task);
        return switch (copy(rung, plan, input, scratch)) {
            case Copied(EncodedTrack track) -> commit(task, keys, prefix, upload.store(List.of(track), prefix));
            case Unfit(String reason) -> {
                LOGGER.info("Video {}: {} is encoded, not copied: {}", task.videoId(), rung.name(), reason);
                yield encodeInstead(task, keys, plan.encodingOnly(rung), input, scratch, prefix);
            }
            case Trouble(AttemptOutcome.Failed failure) -> failure;
        };
    }

    private Copy copy(Rung rung, EncodingPlan plan, MediaInput input, ScratchDirectory scratch) throws IOException {
        Path file = ChunkEncodeCommand.outputFile(scratch.path(), rung);
        FfmpegCommand command = new FfmpegCommand(
                        CopyCommand.picture(plan, input.arguments(), file),
                        config.wallBudget(plan.durationSeconds()),
                        config.stallBudget())
                .within(scratch);
        Optional<AttemptOutcome.Failed> failure =
                AttemptOutcome.failure(FfmpegVerdict.of(ffmpeg.run(command, ProgressListener.ignoring())));
        if (failure.isPresent()) {
            return failure.get().kind() == FailureKind.RETRYABLE
                    ? new Trouble(failure.get())
                    : new Unfit(failure.get().sentence());
        }
        return switch (CopiedPictureRewriter.rewrite(file, grid(plan))) {
            case Rewritten track -> new Copied(new EncodedTrack(rung.name(), track));
            case Rejected rejected -> new Unfit(rejected.detail());
        };
    }

    private AttemptOutcome encodeInstead(
            CopyPicture task,
            VideoKeys keys,
            EncodingPlan alone,
            MediaInput input,
            ScratchDirectory scratch,
            String prefix)
            throws IOException {
        // What is damaged is counted by the chunks of the other rungs.
        List<EncodedRendition> parts = new ArrayList<>();
        for (ChunkRange range : grid(alone).chunks()) {
            switch (pictures.encode(Lane.FAST, range, alone, input, scratch, ProgressListener.ignoring())) {
                case PictureEncode.Encoded(List<EncodedTrack> tracks, var ignored) ->
                    parts.addAll(upload.store(tracks, prefix));
                case PictureEncode.Unusable(AttemptOutcome.Failed failure, var ignored) -> {
                    return failure;
                }
            }
        }
        return commit(task, keys, prefix, List.of(EncodedRendition.joined(parts)));
    }

    private AttemptOutcome commit(CopyPicture task, VideoKeys keys, String prefix, List<EncodedRendition> renditions) {
        TaskMarker marker = new TaskMarker(TaskNames.of(task), prefix, renditions);
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
    }

    private static FrameGrid grid(EncodingPlan plan) {
        return plan.grid().orElseThrow(() -> new IllegalStateException("A copied picture needs a plan with pictures"));
    }

    private static Rung rung(EncodingPlan plan, CopyPicture task) {
        return plan.rungs().stream()
                .filter(rung -> rung.name().equals(task.rendition()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan has no rung " + task.rendition()));
    }
}
