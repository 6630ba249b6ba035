package io.anpip.transcode.encoder;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.Download;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.MakeDownloads;
import io.anpip.schemas.ObjectRef;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.command.DownloadCommand;
import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PlannedDownloads;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.storage.DownloadMarkers;
import io.anpip.transcode.storage.StreamLayout;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at the files to save of a video: FFmpeg joins the encoders' segments, which it reads as one file a rendition, and encodes
 * nothing.
 *
 * <p>Failure: a file that can't be made, or would be too large, is left out, and the video is published without it.
 */
@ApplicationScoped
public class DownloadAttempt {

    private static final Logger LOGGER = LoggerFactory.getLogger(DownloadAttempt.class);

    /** What an index takes beside the samples, generously. */
    private static final double INDEX_SHARE = 1.05;

    private static final long SCRATCH_MARGIN_BYTES = 16L << 20;

    private final FfmpegRunner ffmpeg;
    private final ScratchSpace scratch;
    private final LoopbackSource loopback;
    private final ObjectStore store;
    private final Buckets buckets;
    private final TaskMarkers markers;
    private final DownloadMarkers downloads;
    private final EndMarkers ends;
    private final TranscodeConfig config;

    public DownloadAttempt(
            FfmpegRunner ffmpeg,
            ScratchSpace scratch,
            LoopbackSource loopback,
            ObjectStore store,
            Buckets buckets,
            TaskMarkers markers,
            DownloadMarkers downloads,
            EndMarkers ends,
            TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
        this.loopback = loopback;
        this.store = store;
        this.buckets = buckets;
        this.markers = markers;
        this.downloads = downloads;
        this.ends = ends;
        this.config = config;
    }

    /** A file to make of these renditions. */
    private record Wanted(String kind, String name, String contentType, List<EncodedRendition> tracks) {

        List<String> command(List<List<String>> inputs, Path file) {
            return kind.equals("video")
                    ? DownloadCommand.video(inputs, file)
                    : DownloadCommand.sound(inputs.getFirst(), file);
        }

        long sizeBytes() {
            return (long) (INDEX_SHARE
                    * tracks.stream()
                            .flatMap(track -> objects(track).stream())
                            .mapToLong(ObjectRef::sizeBytes)
                            .sum());
        }
    }

    /** Makes, stores and commits what the plan asks for. */
    AttemptOutcome run(MakeDownloads task, VideoKeys keys, EncodingPlan plan) {
        Presentation presentation = Presentation.of(plan, TaskMarker.parts(markers.all(keys)));
        if (!presentation.complete()) {
            return new AttemptOutcome.Failed(FailureKind.RETRYABLE, "Not all renditions are there yet");
        }
        List<Wanted> wanted =
                plan.downloads().map(planned -> wanted(planned, presentation)).orElse(List.of());
        String prefix = keys.downloads(UUID.randomUUID());
        List<Download> made = new ArrayList<>();
        for (Wanted file : wanted) {
            switch (make(file, prefix, plan.durationSeconds())) {
                case Finished(Download download) -> made.add(download);
                case LeftOut(String reason) ->
                    LOGGER.warn("Video {} has no {} file to save: {}", task.videoId(), file.kind(), reason);
                case NotNow(String reason) -> {
                    made.forEach(done -> store.delete(
                                    done.object().bucket(), done.object().key())
                            .join());
                    return new AttemptOutcome.Failed(FailureKind.RETRYABLE, reason);
                }
            }
        }
        ObjectRef marker = downloads.commit(keys, made);
        if (ends.isDeleted(keys.videoId()).join()) {
            // Removed meanwhile: these files came too late to be removed with the rest.
            delete(made);
        }
        return new AttemptOutcome.Committed(marker);
    }

    private void delete(List<Download> files) {
        files.forEach(file ->
                store.delete(file.object().bucket(), file.object().key()).join());
    }

    /** Commits that there are no files; answers the marker that stands. */
    ObjectRef without(MakeDownloads task) {
        return downloads.commit(new VideoKeys(task.videoId(), task.generation()), List.of());
    }

    private static List<Wanted> wanted(PlannedDownloads planned, Presentation presentation) {
        Optional<EncodedRendition> sound = planned.sound().flatMap(presentation::track);
        Optional<Wanted> video = planned.picture()
                .flatMap(presentation::track)
                .map(picture -> new Wanted(
                        "video",
                        StreamFiles.VIDEO_DOWNLOAD,
                        StreamLayout.INIT_TYPE,
                        Stream.concat(Stream.of(picture), sound.stream()).toList()));
        Optional<Wanted> alone = sound.filter(track -> planned.soundAlone())
                .map(track -> new Wanted("audio", StreamFiles.SOUND_DOWNLOAD, StreamLayout.SOUND_TYPE, List.of(track)));
        return Stream.concat(video.stream(), alone.stream()).toList();
    }

    /** What became of a file. */
    private sealed interface Result {}

    private record Finished(Download download) implements Result {}

    private record LeftOut(String reason) implements Result {}

    private record NotNow(String reason) implements Result {}

    private Result make(Wanted file, String prefix, double seconds) {
        if (file.sizeBytes() > config.downloads().maxSizeBytes()) {
            return new LeftOut("it would have about " + file.sizeBytes() + " bytes; the limit is "
                    + config.downloads().maxSizeBytes());
        }
        try {
            return switch (scratch.reserve(SCRATCH_MARGIN_BYTES + file.sizeBytes())) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) -> new NotNow(sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield join(file, directory, prefix, seconds);
                    }
                }
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private Result join(Wanted file, ScratchDirectory scratchDirectory, String prefix, double seconds)
            throws IOException {
        Path path = scratchDirectory.path().resolve(file.name());
        List<LoopbackSource.OpenFile> opened = file.tracks().stream()
                .map(track -> loopback.open(objects(track)))
                .toList();
        try {
            List<List<String>> inputs = opened.stream()
                    .map(open -> MediaInput.http(URI.create(open.url()), ContainerFormat.MP4)
                            .arguments())
                    .toList();
            Duration wall = config.wallBase().plusMillis((long) (seconds * 1000));
            FfmpegCommand command = new FfmpegCommand(file.command(inputs, path), wall).within(scratchDirectory);
            return switch (FfmpegVerdict.of(ffmpeg.run(command, ProgressListener.ignoring()))) {
                case FfmpegVerdict.Fine() -> stored(file, path, prefix);
                case FfmpegVerdict.InputAtFault(List<String> lines) -> new LeftOut(String.join(" | ", lines));
                case FfmpegVerdict.Suspect(String reason, List<String> ignored) -> new LeftOut(reason);
                case FfmpegVerdict.NotItsFault(String reason) -> new NotNow(reason);
            };
        } finally {
            opened.forEach(LoopbackSource.OpenFile::close);
        }
    }

    private Result stored(Wanted file, Path path, String prefix) throws IOException {
        if (Files.size(path) > config.downloads().maxSizeBytes()) {
            return new LeftOut("it has " + Files.size(path) + " bytes; the limit is "
                    + config.downloads().maxSizeBytes());
        }
        ObjectRef object = store.put(buckets.media(), prefix + file.name(), file.contentType(), path)
                .join();
        return new Finished(new Download(file.kind(), object, file.contentType()));
    }

    private static List<ObjectRef> objects(EncodedRendition track) {
        return Stream.concat(
                        Stream.of(track.init().object()),
                        track.segments().stream().map(segment -> segment.object()))
                .toList();
    }
}
