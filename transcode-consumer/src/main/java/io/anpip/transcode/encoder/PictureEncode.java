package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.messaging.EventPublisher;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Lane;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.MissingEnds;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Encodes the pictures of a chunk in all rungs that are not copied: one FFmpeg decodes once for all of them. */
@ApplicationScoped
public class PictureEncode {

    private final FfmpegRunner ffmpeg;
    private final SegmentUpload upload;
    private final TaskMarkers markers;
    private final EventPublisher publisher;
    private final TranscodeConfig config;
    /**
     * Turns of the encodes of chunks, in the order they came: each uses all cores, so the next begins when one's FFmpeg has ended. The
     * lanes take turns apart; beside a chunk of the fast lane one of the bulk lane goes on with what is left of the cores.
     */
    private final Map<Lane, Semaphore> chunkTurns;

    public PictureEncode(
            FfmpegRunner ffmpeg,
            SegmentUpload upload,
            TaskMarkers markers,
            EventPublisher publisher,
            TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.upload = upload;
        this.markers = markers;
        this.publisher = publisher;
        this.config = config;
        this.chunkTurns = Map.of(
                Lane.FAST, new Semaphore(config.chunksAtOnce(), true),
                Lane.BULK, new Semaphore(config.chunksAtOnce(), true));
    }

    /** What a chunk has become in scratch. */
    sealed interface Pictures {
        Damage damage();
    }

    /** All rungs, checked. */
    record Encoded(List<EncodedTrack> tracks, Damage damage) implements Pictures {}

    /** It did not work. */
    record Unusable(AttemptOutcome.Failed failure, Damage damage) implements Pictures {}

    /** Encodes into an own folder, stores and commits. */
    AttemptOutcome run(EncodeChunk task, VideoKeys keys, EncodingPlan plan, MediaInput input, ScratchDirectory scratch)
            throws IOException {
        ProgressListener progress =
                new ProgressReports(publisher, task, grid(plan).totalFrames(), config.progressInterval());
        ChunkRange range = range(plan, task);
        return switch (encode(task.lane(), range, plan, input, scratch, progress)) {
            case Encoded(List<EncodedTrack> tracks, Damage damage) ->
                commit(task, keys, tracks, damage.framesOf(range));
            case Unusable(AttemptOutcome.Failed failure, var ignored) -> failure;
        };
    }

    /** Encodes a chunk of a plan; a second time where its ends are damaged, with the nearest picture in their place. */
    Pictures encode(
            Lane lane,
            ChunkRange range,
            EncodingPlan plan,
            MediaInput input,
            ScratchDirectory scratch,
            ProgressListener progress)
            throws IOException {
        Pictures pictures = encode(lane, range, plan, input, scratch, progress, MissingEnds.NOTICED);
        return pictures instanceof Unusable && pictures.damage().isAny()
                ? encode(lane, range, plan, input, scratch, progress, MissingEnds.FILLED)
                : pictures;
    }

    private Pictures encode(
            Lane lane,
            ChunkRange range,
            EncodingPlan plan,
            MediaInput input,
            ScratchDirectory scratch,
            ProgressListener progress,
            MissingEnds ends)
            throws IOException {
        FfmpegCommand command = new FfmpegCommand(
                        ChunkEncodeCommand.of(plan, range, input.arguments(), scratch.path(), ends),
                        config.wallBudget(
                                range.frameCount() / grid(plan).frameRate().toDouble()),
                        config.stallBudget())
                .within(scratch);
        FfmpegOutcome outcome = runInTurn(lane, command, progress);
        Damage damage = Damage.of(outcome);
        Optional<AttemptOutcome.Failed> failure = AttemptOutcome.failure(FfmpegVerdict.of(outcome));
        if (failure.isPresent()) {
            return new Unusable(failure.get(), damage);
        }
        Optional<String> objection = damage.objection(range, plan, config.decodableShare());
        return objection.isPresent()
                ? new Unusable(new AttemptOutcome.Failed(FailureKind.PERMANENT, objection.get()), Damage.NONE)
                : rewritten(range, plan, scratch.path(), damage);
    }

    private FfmpegOutcome runInTurn(Lane lane, FfmpegCommand command, ProgressListener progress) {
        Semaphore turns = Objects.requireNonNull(chunkTurns.get(lane), "every lane has its turns");
        try {
            turns.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new FfmpegOutcome.Interrupted();
        }
        try {
            return ffmpeg.run(
                    switch (lane) {
                        case FAST -> command;
                        case BULK -> command.behindOthers();
                    },
                    progress);
        } finally {
            turns.release();
        }
    }

    private static Pictures rewritten(ChunkRange range, EncodingPlan plan, Path folder, Damage damage)
            throws IOException {
        List<EncodedTrack> tracks = new ArrayList<>();
        for (Rung rung : plan.encodedRungs()) {
            switch (VideoChunkRewriter.rewrite(ChunkEncodeCommand.outputFile(folder, rung), grid(plan), range)) {
                case Rewritten track -> tracks.add(new EncodedTrack(rung.name(), track));
                case Rejected rejected -> {
                    return new Unusable(
                            new AttemptOutcome.Failed(
                                    FailureKind.SUSPECT,
                                    "The video can't be decoded as a whole: " + rejected.detail() + " (" + rung.name()
                                            + ")."),
                            damage);
                }
            }
        }
        return new Encoded(tracks, damage);
    }

    private AttemptOutcome commit(
            EncodeChunk task, VideoKeys keys, List<EncodedTrack> tracks, Optional<Double> damagedFrames) {
        String name = TaskNames.of(task);
        String prefix = keys.attempt(name, UUID.randomUUID());
        TaskMarker marker = new TaskMarker(name, prefix, upload.store(tracks, prefix), damagedFrames);
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
    }

    private static FrameGrid grid(EncodingPlan plan) {
        return plan.grid().orElseThrow(() -> new IllegalStateException("A chunk needs a plan with pictures"));
    }

    private static ChunkRange range(EncodingPlan plan, EncodeChunk chunk) {
        return grid(plan).chunks().get(chunk.chunkIndex());
    }
}
