package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Loudness;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.AudioTrackRewriter;
import io.anpip.transcode.cmaf.CopiedSoundRewriter;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.RewriteOutcome;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.command.CopyCommand;
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

/** Makes one rendition of sound, of the source's own where that conforms, says how loud it was, stores it and commits. */
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
    AttemptOutcome run(EncodeAudio task, VideoKeys keys, EncodingPlan plan, MediaInput input, ScratchDirectory scratch)
            throws IOException {
        AudioRendition rendition = plan.audio().get(task.trackIndex());
        Path file = scratch.path().resolve(rendition.name() + ".mp4");
        SoundRuns runs = new SoundRuns(
                ffmpeg,
                scratch,
                config.wallBudget(plan.durationSeconds()),
                config.stallBudget(),
                config.decodableShare());
        if (plan.copies(rendition)) {
            SoundRuns.Result copied = runs.copy(plan, rendition, input, file);
            RewriteOutcome rewritten = copied instanceof SoundRuns.Result.Made
                    ? CopiedSoundRewriter.rewrite(
                            file, plan.audioGrid(), CopyCommand.SOUND_AHEAD_SECONDS + plan.originSeconds())
                    : new Rejected(Rejected.Reason.UNREADABLE, "it can't be copied");
            if (copied instanceof SoundRuns.Result.Made(Optional<Loudness> loudness)
                    && rewritten instanceof Rewritten track) {
                return commit(task, keys, new EncodedTrack(rendition.name(), track), loudness);
            }
            LOGGER.info(
                    "Video {}: {} is encoded, not copied: {}, {}", task.videoId(), rendition.name(), copied, rewritten);
        }
        return switch (runs.make(plan, rendition, input, file)) {
            case SoundRuns.Result.NotMade(AttemptOutcome.Failed reason) -> reason;
            case SoundRuns.Result.Made(Optional<Loudness> loudness) ->
                switch (AudioTrackRewriter.rewrite(file, plan.audioGrid())) {
                    case Rewritten track -> commit(task, keys, new EncodedTrack(rendition.name(), track), loudness);
                    case Rejected rejected ->
                        new AttemptOutcome.Failed(
                                FailureKind.SUSPECT,
                                "The sound can't be decoded as a whole: " + rejected.detail() + " (" + rendition.name()
                                        + ").");
                };
        };
    }

    private AttemptOutcome commit(EncodeAudio task, VideoKeys keys, EncodedTrack track, Optional<Loudness> loudness) {
        String name = TaskNames.of(task);
        String prefix = keys.attempt(name, UUID.randomUUID());
        TaskMarker marker = TaskMarker.sound(name, prefix, upload.store(List.of(track), prefix), loudness);
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
    }
}
