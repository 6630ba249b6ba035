package io.anpip.projector;

import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersEdited;
import io.anpip.schemas.ChaptersFailed;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.Download;
import io.anpip.schemas.DownloadsMade;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Loudness;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.PictureCopied;
import io.anpip.schemas.PlannedRendition;
import io.anpip.schemas.PosterFailed;
import io.anpip.schemas.PosterPublished;
import io.anpip.schemas.PosterRequested;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.Rational;
import io.anpip.schemas.Rendition;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.SourceRejected;
import io.anpip.schemas.Storyboard;
import io.anpip.schemas.StreamPlayable;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.TranscodeFailed;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.TranscodeProgressed;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoDeleted;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoTrack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events of one made-up video: 1080p, 250 frames at 25 a second, in chunks of 100. */
public record SampleEvents(VideoId id, int generation) {

    public static final int TOTAL_FRAMES = 250;
    public static final int CHUNK_FRAMES = 100;
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** The same video in another generation. */
    public SampleEvents generation(int other) {
        return new SampleEvents(id, other);
    }

    /** A video of its own. */
    public static SampleEvents fresh() {
        return new SampleEvents(new VideoId(UUID.randomUUID()), 1);
    }

    public static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    public static Failure permanent(String reason) {
        return new Failure(FailureKind.PERMANENT, reason);
    }

    public ObjectRef media(String name) {
        return new ObjectRef("anpip-media", "videos/" + id + "/g" + generation + "/" + name, 10, "e");
    }

    private ObjectRef work(String name) {
        return new ObjectRef("anpip-work", "videos/" + id + "/g" + generation + "/" + name, 10, "e");
    }

    public UploadInitialized initialized(Optional<String> title) {
        return new UploadInitialized(
                id, 1, "holiday.mp4", title, "video/mp4", 30_000_000, 10_000_000, 3, at(0), at(86_400));
    }

    public ChunkStored chunkStored(int number) {
        return new ChunkStored(id, 1, number, 3, work("chunk" + number));
    }

    public UploadFinalized finalized() {
        return new UploadFinalized(
                id, 1, "holiday.mp4", Optional.of("Holiday"), "video/mp4", 30_000_000, work("chunks.json"), at(10));
    }

    public UploadAborted aborted() {
        return new UploadAborted(id, 1, "Its user has aborted it.", at(9));
    }

    public ReprocessRequested reprocess() {
        return new ReprocessRequested(id, generation, 30_000_000, work("chunks.json"), at(500));
    }

    public ProcessingGivenUp givenUp() {
        return new ProcessingGivenUp(
                id, generation, new Failure(FailureKind.RETRYABLE, "The work on this video stood still."), at(600));
    }

    public VideoDeleted deleted() {
        return new VideoDeleted(id, generation, at(900));
    }

    public SourceReady sourceReady() {
        VideoTrack track = new VideoTrack(
                0,
                "h264",
                1440,
                1080,
                new Rational(4, 3),
                0,
                1920,
                1080,
                "yuv420p",
                "progressive",
                "bt709",
                new Rational(25, 1),
                true,
                TOTAL_FRAMES,
                0,
                10.0,
                2.0);
        SourceProbe probe = new SourceProbe("mov", 10.0, Optional.of(track), List.of(), List.of());
        return new SourceReady(id, generation, work("original"), probe, at(12));
    }

    public SourceRejected sourceRejected() {
        return new SourceRejected(id, generation, permanent("The file is empty."), at(12));
    }

    public TranscodePlanned planned() {
        return new TranscodePlanned(
                id,
                generation,
                TOTAL_FRAMES,
                Optional.of(new Rational(30_000, 1001)),
                3,
                1,
                List.of(new PlannedRendition("240p", 426, 240, 400_000)),
                at(13),
                Optional.of("quality"),
                Optional.empty(),
                Optional.empty());
    }

    public TranscodeProgressed progressed(int chunk, int frames) {
        return new TranscodeProgressed(id, generation, chunk, frames, TOTAL_FRAMES);
    }

    public ChunkEncoded chunkEncoded(int chunk) {
        int frames = Math.min(CHUNK_FRAMES, TOTAL_FRAMES - chunk * CHUNK_FRAMES);
        return new ChunkEncoded(
                id, generation, "task" + chunk, work("plan.json"), chunk, frames, TOTAL_FRAMES, work("chunk.json"));
    }

    public AudioEncoded audioEncoded(int track, double integratedLufs) {
        return new AudioEncoded(
                id,
                generation,
                "audio-" + track,
                media("plan.json"),
                track,
                media("audio.json"),
                Optional.of(new Loudness(integratedLufs, 5, -1, 0)),
                Optional.empty());
    }

    public StreamPlayable playable() {
        return new StreamPlayable(id, generation, media("stream/growing.m3u8"), at(20));
    }

    public StreamPublished published() {
        return new StreamPublished(
                id,
                generation,
                media("stream/master.m3u8"),
                media("stream/manifest.mpd"),
                10.0,
                1280,
                720,
                Optional.of(new Rational(30_000, 1001)),
                List.of(new Rendition("240p", 426, 240, 300_000, 380_000, "avc1.640015")),
                at(30));
    }

    /** The same with a video and an audio file to save. */
    public StreamPublished publishedWithDownloads() {
        StreamPublished plain = published();
        return new StreamPublished(
                plain.videoId(),
                plain.generation(),
                plain.hls(),
                plain.dash(),
                plain.durationSeconds(),
                plain.width(),
                plain.height(),
                plain.frameRate(),
                plain.renditions(),
                plain.endedAt(),
                Optional.empty(),
                Optional.of(List.of(
                        new Download("video", media("stream/downloads/1/video.mp4"), "video/mp4"),
                        new Download("audio", media("stream/downloads/1/audio.m4a"), "audio/mp4"))));
    }

    public PictureCopied pictureCopied() {
        return new PictureCopied(id, generation, "copy", media("plan"), "1080p", media("marker"));
    }

    public DownloadsMade downloadsMade() {
        return new DownloadsMade(id, generation, "downloads", media("plan"), media("marker"));
    }

    public TranscodeFailed transcodeFailed() {
        return new TranscodeFailed(id, generation, permanent("The picture can't be decoded."), at(25));
    }

    public ThumbnailsPublished thumbnails() {
        Storyboard storyboard = new Storyboard(
                media("thumbnails/storyboard.vtt"), List.of(media("thumbnails/sheet.jpg")), 160, 90, 10, 10, 5, 2.0);
        return new ThumbnailsPublished(
                id,
                generation,
                List.of(new Picture(media("thumbnails/poster.jpg"), 640, 360)),
                Optional.of(storyboard),
                Optional.of(media("thumbnails/preview.webp")),
                at(33));
    }

    public PosterRequested posterRequested(int revision) {
        return new PosterRequested(id, generation, revision, Optional.of(revision * 1.5), at(500 + revision));
    }

    public PosterRequested automaticPoster(int revision) {
        return new PosterRequested(id, generation, revision, Optional.empty(), at(500 + revision));
    }

    public PosterPublished posterPublished(int revision) {
        String key = "videos/" + id + "/chosen/poster-" + revision + "-x/poster-640x360.jpg";
        return new PosterPublished(
                id,
                generation,
                revision,
                revision * 1.5,
                List.of(new Picture(new ObjectRef("anpip-media", key, 10, "e"), 640, 360)),
                at(510 + revision));
    }

    public PosterFailed posterFailed(int revision) {
        return new PosterFailed(id, generation, revision, permanent("There is no such frame."), at(510 + revision));
    }

    public ThumbnailsFailed thumbnailsFailed() {
        return new ThumbnailsFailed(id, generation, permanent("All pictures are black."), at(34));
    }

    public ChaptersPublished chapters() {
        return new ChaptersPublished(
                id,
                generation,
                "AUTOMATIC",
                List.of(new Chapter(0, 10, "Part 1")),
                media("chapters/chapters.vtt"),
                media("chapters/chapters.json"),
                at(22));
    }

    public ChaptersEdited chaptersEdited(int revision) {
        String folder = "videos/" + id + "/chosen/chapters-" + revision + "-x/";
        return new ChaptersEdited(
                id,
                generation,
                revision,
                Optional.of(List.of(new Chapter(0, revision, "Mine"), new Chapter(revision, 10, "Yours"))),
                Optional.of(new ObjectRef("anpip-media", folder + "chapters.vtt", 10, "e")),
                Optional.of(new ObjectRef("anpip-media", folder + "chapters.json", 10, "e")),
                at(600 + revision));
    }

    public ChaptersEdited chaptersGivenUp(int revision) {
        return new ChaptersEdited(
                id, generation, revision, Optional.empty(), Optional.empty(), Optional.empty(), at(600 + revision));
    }

    public ChaptersFailed chaptersFailed() {
        return new ChaptersFailed(id, generation, permanent("The sound can't be read."), at(21));
    }
}
