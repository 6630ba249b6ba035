package io.anpip.projector.end;

import io.anpip.messaging.GivenUp;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PutOutcome;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.projector.projection.VideoEnd;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Settles how a generation of a video ended.
 *
 * <p>Idempotence: the first answer stands; every later call gives the same one.
 */
@ApplicationScoped
public class VideoEndMarker {

    private static final Failure INCOMPLETE = new Failure(
            FailureKind.RETRYABLE,
            "A part of the finished video is missing from the store; processing it again makes it anew.");

    private final ObjectStore store;
    private final Buckets buckets;
    private final EndMarkers markers;

    VideoEndMarker(ObjectStore store, Buckets buckets, EndMarkers markers) {
        this.store = store;
        this.buckets = buckets;
        this.markers = markers;
    }

    /**
     * Writes the marker of the end that is due, unless there is one; answers what the marker says, or nothing when the video was deleted:
     * its objects are gone or going, and its deletion is read before long.
     */
    public Uni<Optional<VideoEnd>> settle(ProjectedVideo video, VideoEnd due) {
        String key = keyOf(video);
        return Uni.createFrom()
                .completionStage(() -> markers.isDeleted(video.videoId()))
                .chain(deleted -> deleted
                        ? Uni.createFrom().item(Optional.empty())
                        : verified(video, due).chain(end -> write(key, end)).map(Optional::of));
    }

    /** What the marker of a video's newest generation says; nothing where there is none. */
    public Uni<Optional<VideoEnd>> marked(ProjectedVideo video) {
        return find(keyOf(video));
    }

    private static String keyOf(ProjectedVideo video) {
        return "videos/" + video.videoId() + "/g" + video.generation() + "/end.json";
    }

    private Uni<VideoEnd> write(String key, VideoEnd end) {
        return Uni.createFrom()
                .completionStage(() ->
                        store.putIfAbsent(buckets.work(), key, "application/json", EventCodec.encodeDocument(end)))
                .chain(outcome -> switch (outcome) {
                    case PutOutcome.Written ignored -> Uni.createFrom().item(end);
                    case PutOutcome.AlreadyThere ignored -> read(key);
                });
    }

    private Uni<VideoEnd> read(String key) {
        return find(key).map(found -> found.orElseThrow(() -> unreadable(key)));
    }

    private Uni<Optional<VideoEnd>> find(String key) {
        return Uni.createFrom()
                .completionStage(() -> store.get(buckets.work(), key))
                .map(found -> found.map(bytes ->
                        EventCodec.decodeDocument(VideoEnd.class, bytes).orElseThrow(() -> unreadable(key))));
    }

    private static GivenUp unreadable(String key) {
        return new GivenUp("The end marker " + key + " does not say how the video ended");
    }

    /** READY is said only of a video whose playlists and posters are there. */
    private Uni<VideoEnd> verified(ProjectedVideo video, VideoEnd due) {
        if (due.status() != VideoStatus.READY) {
            return Uni.createFrom().item(due);
        }
        List<Uni<Boolean>> checks =
                video.publishedObjects().stream().map(this::isThere).toList();
        return Uni.join()
                .all(checks)
                .andFailFast()
                .map(there -> there.contains(false) ? VideoEnd.failed(INCOMPLETE, due.endedAt()) : due);
    }

    private Uni<Boolean> isThere(ObjectRef object) {
        return Uni.createFrom()
                .completionStage(() -> store.head(object.bucket(), object.key()))
                .map(found -> found.isPresent());
    }
}
