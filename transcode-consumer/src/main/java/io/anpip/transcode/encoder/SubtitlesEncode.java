package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.FailureKind;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.command.SubtitleExtractCommand;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.TextRendition;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import io.anpip.transcode.text.SubRipFile;
import io.anpip.transcode.text.SubStationAlphaFile;
import io.anpip.transcode.text.SubtitleCue;
import io.anpip.transcode.text.VideoClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes WebVTT of one text subtitle track. */
@ApplicationScoped
public class SubtitlesEncode {

    private final FfmpegRunner ffmpeg;
    private final TextUpload upload;
    private final TaskMarkers markers;
    private final TranscodeConfig config;

    public SubtitlesEncode(FfmpegRunner ffmpeg, TextUpload upload, TaskMarkers markers, TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.upload = upload;
        this.markers = markers;
        this.config = config;
    }

    /** Takes the text into an own folder, makes WebVTT, stores and commits. */
    AttemptOutcome run(
            EncodeSubtitles task, VideoKeys keys, EncodingPlan plan, MediaInput input, ScratchDirectory scratch)
            throws IOException {
        TextRendition rendition = plan.text().get(task.trackIndex());
        Path file = scratch.path().resolve(rendition.name() + ".txt");
        // No stall budget: FFmpeg reports no progress while it reads on to the next text, and silent films are long.
        Duration wall = config.wallBudget(plan.durationSeconds());
        Optional<AttemptOutcome.Failed> failure = AttemptOutcome.failure(FfmpegVerdict.of(ffmpeg.run(
                new FfmpegCommand(SubtitleExtractCommand.of(rendition, input.arguments(), file), wall).within(scratch),
                ProgressListener.ignoring())));
        if (failure.isPresent()) {
            return failure.get();
        }
        if (Files.notExists(file) || Files.size(file) >= SubtitleExtractCommand.MOST_BYTES) {
            return new AttemptOutcome.Failed(
                    FailureKind.PERMANENT,
                    "The subtitles have no text, or more than " + SubtitleExtractCommand.MOST_BYTES + " bytes of it.");
        }
        List<SubtitleCue> cues = new VideoClock(plan.originSeconds(), plan.durationSeconds())
                .place(cues(rendition, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        if (cues.isEmpty()) {
            return new AttemptOutcome.Failed(FailureKind.PERMANENT, "The subtitles show nothing while the video runs.");
        }
        String name = TaskNames.of(task);
        String prefix = keys.attempt(name, UUID.randomUUID());
        TaskMarker marker =
                TaskMarker.text(name, prefix, upload.store(rendition.name(), cues, plan.textGrid(), prefix));
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
    }

    private static List<SubtitleCue> cues(TextRendition rendition, String text) {
        return SubtitleExtractCommand.keepsSubStationAlpha(rendition)
                ? SubStationAlphaFile.cues(text)
                : SubRipFile.cues(text);
    }
}
