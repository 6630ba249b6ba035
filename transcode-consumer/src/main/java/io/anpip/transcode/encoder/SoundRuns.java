package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Loudness;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.CopyCommand;
import io.anpip.transcode.command.MeasuredLoudness;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.LoudnessTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The FFmpeg runs that make a rendition of sound: one, which measures it too; or two where it is to be brought to a loudness, because the
 * gain must be known from the first sample on, and where the source's own sound is taken over, because that decodes nothing.
 */
final class SoundRuns {

    private final FfmpegRunner ffmpeg;
    private final ScratchDirectory scratch;
    private final Duration wallBudget;
    private final Duration stallBudget;
    private final double decodableShare;

    /** What the runs came to. */
    sealed interface Result {

        /** The file is made of sound that was so loud. */
        record Made(Optional<Loudness> loudness) implements Result {}

        /** It is not. */
        record NotMade(AttemptOutcome.Failed reason) implements Result {}
    }

    SoundRuns(
            FfmpegRunner ffmpeg,
            ScratchDirectory scratch,
            Duration wallBudget,
            Duration stallBudget,
            double decodableShare) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
        this.wallBudget = wallBudget;
        this.stallBudget = stallBudget;
        this.decodableShare = decodableShare;
    }

    /** Takes over the source's own sound; how loud it is takes a run that decodes it. */
    Result copy(EncodingPlan plan, AudioRendition rendition, MediaInput input, Path file) {
        return switch (run(CopyCommand.sound(plan, rendition, input.arguments(), file))) {
            case Result.NotMade failed -> failed;
            case Result.Made ignored -> run(AudioEncodeCommand.measuring(plan, rendition, input.arguments()));
        };
    }

    Result make(EncodingPlan plan, AudioRendition rendition, MediaInput input, Path file) {
        return plan.loudness()
                .map(target -> normalised(plan, rendition, input, file, target))
                .orElseGet(() -> run(AudioEncodeCommand.of(plan, rendition, input.arguments(), file)));
    }

    private Result normalised(
            EncodingPlan plan, AudioRendition rendition, MediaInput input, Path file, LoudnessTarget target) {
        return switch (run(AudioEncodeCommand.measuring(plan, rendition, input.arguments()))) {
            case Result.NotMade failed -> failed;
            case Result.Made(Optional<Loudness> measured) -> {
                double gainDb = measured.map(target::gainDb).orElse(0.0);
                yield switch (run(AudioEncodeCommand.withGain(plan, rendition, input.arguments(), gainDb, file))) {
                    case Result.NotMade failed -> failed;
                    case Result.Made ignored ->
                        new Result.Made(measured.map(before -> MeasuredLoudness.withGain(before, gainDb)));
                };
            }
        };
    }

    private Result run(List<String> arguments) {
        FfmpegOutcome outcome = ffmpeg.run(
                new FfmpegCommand(arguments, wallBudget, stallBudget).within(scratch), ProgressListener.ignoring());
        return AttemptOutcome.failure(FfmpegVerdict.of(outcome))
                .or(() -> Damage.of(outcome)
                        .objectionToSound(decodableShare)
                        .map(objection -> new AttemptOutcome.Failed(FailureKind.PERMANENT, objection)))
                .<Result>map(Result.NotMade::new)
                .orElseGet(() -> new Result.Made(
                        outcome instanceof FfmpegOutcome.Completed completed
                                ? MeasuredLoudness.in(completed.lastLines())
                                : Optional.empty()));
    }
}
