package io.anpip.projector.store;

import io.anpip.messaging.outbox.OutboxRow;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoFailed;
import io.anpip.schemas.VideoPlayable;
import io.anpip.schemas.VideoReady;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What follows from a change of a video's state: nothing, a quiet change of the row, or one that is told. */
sealed interface FoldStep {

    /** The state after the step. */
    ProjectedVideo state();

    /** Nothing was learned. */
    record Nothing(ProjectedVideo state) implements FoldStep {}

    /** Something was learned that does not show, such as a few frames more in the same percent. */
    record Quiet(ProjectedVideo state) implements FoldStep {}

    /**
     * The document has changed.
     *
     * @param document the new one, with the next sequence
     * @param record what goes to the status topic: the document, or a tombstone
     * @param notification what is worth a message, if this is such a moment and it was not told before
     */
    record Shown(ProjectedVideo state, VideoDocument document, OutboxRow record, Optional<Notification> notification)
            implements FoldStep {}

    /** Decides the step; outbox rows belong to the current trace. */
    static FoldStep of(StoredVideo stored, UnaryOperator<ProjectedVideo> change) {
        ProjectedVideo before = stored.state();
        ProjectedVideo after = change.apply(before);
        if (stored.shown() && after.equals(before)) {
            return new Nothing(after);
        }
        VideoDocument shown = before.document(stored.sequence());
        if (stored.shown() && after.document(stored.sequence()).equals(shown)) {
            return new Quiet(after);
        }
        VideoDocument document = after.document(stored.sequence() + 1);
        if (after.deletedAt().isPresent()) {
            return new Shown(after, document, OutboxRow.statusTombstone(after.videoId()), Optional.empty());
        }
        boolean sameMoment =
                stored.shown() && document.status() == shown.status() && document.generation() == shown.generation();
        return new Shown(
                after, document, OutboxRow.of(document), sameMoment ? Optional.empty() : notification(document));
    }

    private static Optional<Notification> notification(VideoDocument document) {
        return switch (document.status()) {
            case UPLOADING, PROCESSING -> Optional.empty();
            case PLAYABLE ->
                Optional.of(Notification.of(new VideoPlayable(document.id(), document.generation(), document)));
            case READY -> Optional.of(Notification.of(new VideoReady(document.id(), document.generation(), document)));
            case FAILED ->
                Optional.of(Notification.of(new VideoFailed(document.id(), document.generation(), document)));
        };
    }
}
