package io.anpip.projector.projection;

import io.anpip.schemas.ChapterEvent;
import io.anpip.schemas.ChaptersEdited;
import io.anpip.schemas.ChaptersFailed;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PosterFailed;
import io.anpip.schemas.PosterPublished;
import io.anpip.schemas.PosterRequested;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.RenditionEvent;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.SourceEvent;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.SourceRejected;
import io.anpip.schemas.StatusEvent;
import io.anpip.schemas.ThumbnailEvent;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.UploadEvent;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoDeleted;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the events of a video have said so far, and what follows from it.
 *
 * <p>Ordering: none needed. An event of an older generation changes nothing but what belongs to all generations; one of a newer
 * generation begins anew; within a generation nothing that was learned is forgotten. A deletion absorbs everything.
 *
 * <p>Idempotence: an event that was folded before changes nothing.
 *
 * @param announced the announcement of the upload, which belongs to all generations
 * @param editedChapters the latest word of its user on the chapters, which belongs to all generations
 * @param poster what its user has said of the poster, if anything, which belongs to all generations
 * @param deletedAt when the video was removed; then nothing else is kept
 * @param run the newest generation
 */
public record ProjectedVideo(
        VideoId videoId,
        Optional<UploadInitialized> announced,
        Optional<ChaptersEdited> editedChapters,
        Optional<PosterFacts> poster,
        Optional<Instant> deletedAt,
        Run run) {

    /** A video of which nothing is known. */
    public static ProjectedVideo unknown(VideoId videoId) {
        return new ProjectedVideo(
                videoId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Run.UNKNOWN);
    }

    /** Reads what {@link #toJson} wrote; empty when the bytes do not hold it. */
    public static Optional<ProjectedVideo> fromJson(byte[] json) {
        return EventCodec.decodeDocument(ProjectedVideo.class, json);
    }

    /** This state as JSON, to be kept. */
    public byte[] toJson() {
        return EventCodec.encodeDocument(this);
    }

    /** Folds one event of this video. */
    public ProjectedVideo apply(VideoEvent event) {
        return merge(said(event));
    }

    /** Folds what the end marker of a generation says. */
    public ProjectedVideo ended(int generation, VideoEnd end) {
        return merge(unknown(videoId).with(Run.of(generation).with(end)));
    }

    /** The end that is due in the newest generation, for as long as its marker is not folded. */
    public Optional<VideoEnd> dueEnd() {
        return deletedAt.isPresent() ? Optional.empty() : run.dueEnd();
    }

    /** The objects a READY video is played by. */
    public List<ObjectRef> publishedObjects() {
        return run.publishedObjects();
    }

    /** The newest generation heard of. */
    public int generation() {
        return run.generation();
    }

    /** When the video came to the status it shows. */
    public Instant statusSince() {
        return run.end()
                .map(VideoEnd::endedAt)
                .or(() -> run.transcode().watchableSince())
                .orElseGet(() -> DocumentRendering.createdAt(this));
    }

    /** What users see. */
    public VideoDocument document(long sequence) {
        return DocumentRendering.render(this, sequence);
    }

    /** Whether all this state says is in the other one too: the order in which states of one video grow. */
    public boolean knowsNoMoreThan(ProjectedVideo other) {
        return merge(other).equals(other);
    }

    ProjectedVideo merge(ProjectedVideo other) {
        if (deletedAt.isPresent() || other.deletedAt.isPresent()) {
            return deleted(Facts.one(deletedAt, other.deletedAt));
        }
        return new ProjectedVideo(
                videoId,
                Facts.one(announced, other.announced),
                latest(editedChapters, other.editedChapters),
                PosterFacts.merge(poster, other.poster),
                Optional.empty(),
                run.merge(other.run));
    }

    private static Optional<ChaptersEdited> latest(Optional<ChaptersEdited> some, Optional<ChaptersEdited> other) {
        int revision = some.map(ChaptersEdited::revision).orElse(0);
        int otherRevision = other.map(ChaptersEdited::revision).orElse(0);
        if (revision == otherRevision) {
            return Facts.one(some, other);
        }
        return revision > otherRevision ? some : other;
    }

    /** Nothing but the deletion is kept: a removed video leaves no title behind, and the outcome is the same in any order. */
    private ProjectedVideo deleted(Optional<Instant> at) {
        return new ProjectedVideo(videoId, Optional.empty(), Optional.empty(), Optional.empty(), at, Run.UNKNOWN);
    }

    private ProjectedVideo with(Run newest) {
        return new ProjectedVideo(videoId, announced, editedChapters, poster, deletedAt, newest);
    }

    private ProjectedVideo with(PosterFacts facts) {
        return new ProjectedVideo(videoId, announced, editedChapters, Optional.of(facts), deletedAt, run);
    }

    /** The state of a video of which only this event is known. */
    private static ProjectedVideo said(VideoEvent event) {
        ProjectedVideo nothing = unknown(event.videoId());
        Run bare = Run.of(event.generation());
        return switch (event) {
            case UploadEvent upload -> said(upload, nothing, bare);
            case SourceEvent source -> nothing.with(bare.with(facts(source)));
            case RenditionEvent rendition -> nothing.with(bare.with(TranscodeFacts.of(rendition)));
            case ThumbnailEvent thumbnails -> said(thumbnails, nothing, bare);
            case ChapterEvent chapters -> nothing.with(bare.with(facts(chapters)));
            // Work to do and our own announcements say nothing new about a video.
            case EncodeTask ignored -> nothing;
            case StatusEvent ignored -> nothing;
        };
    }

    private static ProjectedVideo said(UploadEvent event, ProjectedVideo nothing, Run bare) {
        return switch (event) {
            case UploadInitialized announcement ->
                new ProjectedVideo(
                        nothing.videoId,
                        Optional.of(announcement),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        bare);
            case ChunkStored chunk ->
                nothing.with(bare.with(UploadFacts.stored(StoredChunks.of(chunk.chunkNumber(), chunk.chunkCount()))));
            case UploadFinalized finalized -> nothing.with(bare.with(UploadFacts.of(finalized)));
            case UploadAborted aborted -> nothing.with(bare.with(UploadFacts.of(aborted)));
            case ProcessingGivenUp givenUp -> nothing.with(bare.with(UploadFacts.of(givenUp)));
            // That there is a newer generation is all it says.
            case ReprocessRequested ignored -> nothing.with(bare);
            // Its generation is only the one that was the latest then.
            case ChaptersEdited edited ->
                new ProjectedVideo(
                        nothing.videoId,
                        Optional.empty(),
                        Optional.of(edited),
                        Optional.empty(),
                        Optional.empty(),
                        nothing.run);
            case PosterRequested poster ->
                PosterFacts.of(poster).map(nothing::with).orElse(nothing);
            case VideoDeleted deleted -> nothing.deleted(Optional.of(deleted.deletedAt()));
        };
    }

    private static SourceFacts facts(SourceEvent event) {
        return switch (event) {
            case SourceReady ready -> SourceFacts.of(ready);
            case SourceRejected rejected -> SourceFacts.of(rejected);
        };
    }

    private static ProjectedVideo said(ThumbnailEvent event, ProjectedVideo nothing, Run bare) {
        return switch (event) {
            case ThumbnailsPublished published -> nothing.with(bare.with(ThumbnailFacts.of(published)));
            case ThumbnailsFailed failed -> nothing.with(bare.with(ThumbnailFacts.of(failed)));
            case PosterPublished poster -> nothing.with(PosterFacts.of(poster));
            case PosterFailed poster -> nothing.with(PosterFacts.of(poster));
        };
    }

    private static ChapterFacts facts(ChapterEvent event) {
        return switch (event) {
            case ChaptersPublished published -> ChapterFacts.of(published);
            case ChaptersFailed failed -> ChapterFacts.of(failed);
        };
    }
}
