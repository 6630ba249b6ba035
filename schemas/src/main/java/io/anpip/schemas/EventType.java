package io.anpip.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The CloudEvents type of each event record: {@code io.anpip.video.<noun>.<verb>.v<major>}.
 *
 * @param type the value of the {@code ce_type} header
 * @param event the record that describes the payload
 */
public record EventType(String type, Class<? extends VideoEvent> event) {

    private static final List<EventType> ALL = List.of(
            new EventType("io.anpip.video.upload.initialized.v1", UploadInitialized.class),
            new EventType("io.anpip.video.chunk.stored.v1", ChunkStored.class),
            new EventType("io.anpip.video.upload.finalized.v1", UploadFinalized.class),
            new EventType("io.anpip.video.upload.aborted.v1", UploadAborted.class),
            new EventType("io.anpip.video.reprocess.requested.v1", ReprocessRequested.class),
            new EventType("io.anpip.video.processing.abandoned.v1", ProcessingGivenUp.class),
            new EventType("io.anpip.video.chapters.edited.v1", ChaptersEdited.class),
            new EventType("io.anpip.video.poster.requested.v1", PosterRequested.class),
            new EventType("io.anpip.video.video.deleted.v1", VideoDeleted.class),
            new EventType("io.anpip.video.source.ready.v1", SourceReady.class),
            new EventType("io.anpip.video.source.rejected.v1", SourceRejected.class),
            new EventType("io.anpip.video.chunk.encode.v1", EncodeChunk.class),
            new EventType("io.anpip.video.audio.encode.v1", EncodeAudio.class),
            new EventType("io.anpip.video.subtitles.encode.v1", EncodeSubtitles.class),
            new EventType("io.anpip.video.picture.copy.v1", CopyPicture.class),
            new EventType("io.anpip.video.downloads.make.v1", MakeDownloads.class),
            new EventType("io.anpip.video.transcode.planned.v1", TranscodePlanned.class),
            new EventType("io.anpip.video.transcode.progressed.v1", TranscodeProgressed.class),
            new EventType("io.anpip.video.chunk.encoded.v1", ChunkEncoded.class),
            new EventType("io.anpip.video.audio.encoded.v1", AudioEncoded.class),
            new EventType("io.anpip.video.subtitles.encoded.v1", SubtitlesEncoded.class),
            new EventType("io.anpip.video.picture.copied.v1", PictureCopied.class),
            new EventType("io.anpip.video.downloads.made.v1", DownloadsMade.class),
            new EventType("io.anpip.video.images.added.v1", ImagesAdded.class),
            new EventType("io.anpip.video.stream.playable.v1", StreamPlayable.class),
            new EventType("io.anpip.video.stream.published.v1", StreamPublished.class),
            new EventType("io.anpip.video.transcode.failed.v1", TranscodeFailed.class),
            new EventType("io.anpip.video.thumbnails.published.v1", ThumbnailsPublished.class),
            new EventType("io.anpip.video.thumbnails.failed.v1", ThumbnailsFailed.class),
            new EventType("io.anpip.video.poster.published.v1", PosterPublished.class),
            new EventType("io.anpip.video.poster.failed.v1", PosterFailed.class),
            new EventType("io.anpip.video.chapters.published.v1", ChaptersPublished.class),
            new EventType("io.anpip.video.chapters.failed.v1", ChaptersFailed.class),
            new EventType("io.anpip.video.status.updated.v1", VideoDocument.class),
            new EventType("io.anpip.video.video.playable.v1", VideoPlayable.class),
            new EventType("io.anpip.video.video.ready.v1", VideoReady.class),
            new EventType("io.anpip.video.video.failed.v1", VideoFailed.class));

    private static final Map<Class<?>, EventType> BY_EVENT =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::event, Function.identity()));
    private static final Map<String, EventType> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    /** Every type there is, in the order of a video's life. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type of an event. */
    public static EventType of(VideoEvent event) {
        EventType type = BY_EVENT.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("No event type is declared for " + event.getClass());
        }
        return type;
    }

    /** The type with this name, if it is one of ours. */
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
