package io.anpip.upload.video;

import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Playback;
import io.anpip.schemas.PosterLink;
import io.anpip.schemas.Rendition;
import io.anpip.schemas.Stage;
import io.anpip.schemas.StageStatus;
import io.anpip.schemas.Stages;
import io.anpip.schemas.StoryboardLink;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Uploads and documents as examples. */
public final class Documents {

    /** An id of no video in particular. */
    public static final VideoId ID = VideoId.of("01920000-0000-7000-8000-000000000001");

    private static final Instant CREATED = Instant.parse("2026-11-01T10:00:00Z");

    private Documents() {}

    /** An upload in this state, whose latest run over the source is this. */
    public static Upload upload(UploadState state, int generation) {
        return new Upload(
                ID,
                "film.mp4",
                Optional.of("A film"),
                "video/mp4",
                new ChunkPlan(100, 8 * 1024 * 1024, 1),
                Optional.empty(),
                state,
                generation,
                state == UploadState.FINALIZED
                        ? Optional.of(new ObjectRef("anpip-uploads", "uploads/" + ID + "/chunks.json", 10, "e"))
                        : Optional.empty(),
                CREATED,
                CREATED.plusSeconds(3600),
                state == UploadState.ABORTED ? Optional.of("The upload was given up.") : Optional.empty());
    }

    /** A document as the projector writes it, with all there can be. */
    public static VideoDocument document(VideoId id, VideoStatus status, int generation, long sequence) {
        String root = "/media/videos/" + id + "/g" + generation;
        Stage stage = new Stage(StageStatus.RUNNING, 50, Optional.empty());
        boolean playable = status == VideoStatus.PLAYABLE || status == VideoStatus.READY;
        return new VideoDocument(
                id,
                "A film",
                status,
                50,
                generation,
                sequence,
                new Stages(stage, stage, stage, stage),
                Optional.of(12.5),
                Optional.of(1920),
                Optional.of(1080),
                Optional.of(24.0),
                playable
                        ? Optional.of(
                                new Playback(root + "/stream/master.m3u8", Optional.of(root + "/stream/manifest.mpd")))
                        : Optional.empty(),
                List.of(new PosterLink(root + "/thumbnails/a/poster-320.jpg", 320, 180)),
                Optional.of(new StoryboardLink(
                        root + "/thumbnails/a/storyboard.vtt",
                        List.of(root + "/thumbnails/a/sheet-1.jpg"),
                        160,
                        90,
                        2.0)),
                Optional.of(root + "/thumbnails/a/preview.webp"),
                Optional.of(new ChaptersLink(
                        root + "/chapters/a/chapters.vtt", "AUTOMATIC", List.of(new Chapter(0, 12.5, "Chapter 1")))),
                List.of(new Rendition("720p", 1280, 720, 1_000_000, 1_500_000, "avc1.64001f")),
                status == VideoStatus.FAILED
                        ? Optional.of(new Failure(FailureKind.PERMANENT, "The file holds no video."))
                        : Optional.empty(),
                CREATED,
                status == VideoStatus.READY ? Optional.of(CREATED.plusSeconds(60)) : Optional.empty());
    }
}
