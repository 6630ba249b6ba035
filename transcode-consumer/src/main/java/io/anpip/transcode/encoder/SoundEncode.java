package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Loudness;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.AudioTrackRewriter;
import io.anpip.transcode.cmaf.CopiedSoundRewriter;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.CopyCommand;
import io.anpip.transcode.command.MeasuredLoudness;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one rendition of sound and says how loud it is: while it is encoded; where it is to be brought to a loudness, in a run before,
 * because the gain must be known from the first sample on; where the source's own sound is taken over, in a run after.
 */
@ApplicationScoped
public class SoundEncode {

    private static final Logger LOGGER = LoggerFactory.getLogger(SoundEncode.class);

    private final FfmpegRunner ffmpeg;
    private final SegmentUpload upload;
    private final TaskMarkers markers;
    private final TranscodeConfig config;

    public SoundEncode(FfmpegRunner ffmpeg, SegmentUpload upload, TaskMarkers markers, TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.upload = upload;
        this.markers = markers;
        this.config = config;
    }

    /** Copies or encodes into an own folder, stores and commits. */
    AttemptOutcome run(EncodeAudio task, VideoKeys keys, EncodingPlan plan, MediaInput input, Path folder)
            throws IOException {
        AudioRendition rendition = plan.audio().get(task.trackIndex());
        if (plan.copies(rendition)) {
            Optional<AttemptOutcome> copied = copied(task, keys, plan, rendition, input, folder);
            if (copied.isPresent()) {
                return copied.get();
            }
        }
        return encoded(task, keys, plan, rendition, input, folder);
    }

    /** The source's own sound with its loudness; empty where it does not conform after all, or can't be copied: then it is encoded. */
    private Optional<AttemptOutcome> copied(
            EncodeAudio task,
            VideoKeys keys,
            EncodingPlan plan,
            AudioRendition rendition,
            MediaInput input,
            Path folder)
            throws IOException {
        Path file = folder.resolve(rendition.name() + "-copied.mp4");
        FfmpegOutcome outcome = ffmpeg(plan, CopyCommand.sound(plan, rendition, input.arguments(), file));
        Optional<AttemptOutcome.Failed> failure = AttemptOutcome.failure(FfmpegVerdict.of(outcome));
        if (failure.isPresent()) {
            LOGGER.info(
                    "Video {}: {} is encoded, not copied: {}",
                    task.videoId(),
                    rendition.name(),
                    failure.get().sentence());
            return Optional.empty();
        }
        double zero = CopyCommand.SOUND_AHEAD_SECONDS + plan.originSeconds();
        return switch (CopiedSoundRewriter.rewrite(file, plan.audioGrid(), zero)) {
            case Rewritten track -> {
                FfmpegOutcome measured = ffmpeg(plan, AudioEncodeCommand.measuring(plan, rendition, input.arguments()));
                yield Optional.of(commit(task, keys, new EncodedTrack(rendition.name(), track), loudness(measured)));
            }
            case Rejected rejected -> {
                LOGGER.info(
                        "Video {}: {} is encoded, not copied: {}", task.videoId(), rendition.name(), rejected.detail());
                yield Optional.empty();
            }
        };
    }

    private AttemptOutcome encoded(
            EncodeAudio task,
            VideoKeys keys,
            EncodingPlan plan,
            AudioRendition rendition,
            MediaInput input,
            Path folder)
            throws IOException {
        Path file = folder.resolve(rendition.name() + ".mp4");
        List<String> arguments = AudioEncodeCommand.of(plan, rendition, input.arguments(), file);
        Optional<Loudness> before = Optional.empty();
        if (plan.loudness().isPresent()) {
            FfmpegOutcome measured = ffmpeg(plan, AudioEncodeCommand.measuring(plan, rendition, input.arguments()));
            Optional<AttemptOutcome.Failed> failure = AttemptOutcome.failure(FfmpegVerdict.of(measured));
            if (failure.isPresent()) {
                return failure.get();
            }
            before = loudness(measured)
                    .map(found -> MeasuredLoudness.withGain(
                            found, plan.loudness().get().gainDb(found)));
            double gainDb = before.map(Loudness::gainDb).orElse(0.0);
            arguments = AudioEncodeCommand.withGain(plan, rendition, input.arguments(), gainDb, file);
        }
        FfmpegOutcome encoded = ffmpeg(plan, arguments);
        Optional<AttemptOutcome.Failed> failure = AttemptOutcome.failure(FfmpegVerdict.of(encoded));
        if (failure.isPresent()) {
            return failure.get();
        }
        return switch (AudioTrackRewriter.rewrite(file, plan.audioGrid())) {
            case Rewritten track ->
                commit(task, keys, new EncodedTrack(rendition.name(), track), before.or(() -> loudness(encoded)));
            case Rejected rejected ->
                new AttemptOutcome.Failed(
                        FailureKind.SUSPECT,
                        "The sound can't be decoded as a whole: " + rejected.detail() + " (" + rendition.name() + ").");
        };
    }

    private AttemptOutcome commit(EncodeAudio task, VideoKeys keys, EncodedTrack track, Optional<Loudness> loudness) {
        String name = TaskNames.of(task);
        String prefix = keys.attempt(name, UUID.randomUUID());
        TaskMarker marker = new TaskMarker(
                name, prefix, upload.store(List.of(track), prefix), loudness, Optional.empty(), Optional.empty());
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
    }

    private FfmpegOutcome ffmpeg(EncodingPlan plan, List<String> arguments) {
        return ffmpeg.run(
                new FfmpegCommand(arguments, config.wallBudget(plan.durationSeconds()), config.stallBudget()),
                ProgressListener.ignoring());
    }

    private static Optional<Loudness> loudness(FfmpegOutcome outcome) {
        return outcome instanceof FfmpegOutcome.Completed completed
                ? MeasuredLoudness.in(completed.lastLines())
                : Optional.empty();
    }
}
