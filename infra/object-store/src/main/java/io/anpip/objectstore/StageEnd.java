package io.anpip.objectstore;

import io.anpip.failpoint.FailPoint;
import io.anpip.objectstore.StageResult.Finished;
import io.anpip.objectstore.StageResult.NotNow;
import io.anpip.objectstore.StageResult.VideoGone;
import io.anpip.objectstore.StageResult.Work;
import io.anpip.schemas.Failure;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a stage of a video to its one end, however often its event is delivered: does the work unless it is done, commits, and clears
 * up after an attempt that came second.
 *
 * <p>Threading: blocks; for a worker thread. Failure: an exception means that the object store failed; the event may be handled again.
 */
@Singleton
public class StageEnd {

    private static final Logger LOGGER = LoggerFactory.getLogger(StageEnd.class);

    private final ObjectStore store;
    private final EndMarkers markers;
    private final BegunAttempts begun;

    public StageEnd(ObjectStore store, EndMarkers markers, BegunAttempts begun) {
        this.store = store;
        this.markers = markers;
        this.begun = begun;
    }

    /**
     * One attempt to end a stage.
     *
     * @param videoId the video
     * @param markerKey where the work bucket says how the stage ended
     * @param bucket where the attempt puts its objects
     * @param prefix what the keys of all its objects begin with, and no other object's key
     */
    public record Attempt(VideoId videoId, String markerKey, String bucket, String prefix) {

        /** Where attempts at this stage say that they have begun: beside the marker. */
        String begunFolder() {
            int name = markerKey.lastIndexOf('/') + 1;
            return markerKey.substring(0, name) + "begun/"
                    + markerKey.substring(name, markerKey.length() - ".json".length()) + '/';
        }
    }

    /**
     * Finds the end of the stage, or works towards it; the work is not started when the stage has ended before.
     *
     * @param killed the end of a stage whose work kills the processes that do it
     */
    public StageResult reach(Attempt attempt, Supplier<? extends Work> work, Function<Failure, VideoEvent> killed) {
        if (markers.isDeleted(attempt.videoId()).join()) {
            return new VideoGone();
        }
        Optional<VideoEvent> earlier = markers.find(attempt.markerKey()).join();
        if (earlier.isPresent()) {
            return new Finished(earlier.get());
        }
        Optional<Failure> verdict = begun.verdict(attempt.begunFolder());
        if (verdict.isPresent()) {
            return commit(attempt, killed.apply(verdict.get()));
        }
        return switch (begunResultOf(work, attempt)) {
            case Finished(VideoEvent end) -> commit(attempt, end);
            case NotNow notNow -> notNow;
        };
    }

    private StageResult commit(Attempt attempt, VideoEvent end) {
        FailPoint.BEFORE_MARKER.reach();
        Ended ended = markers.commit(attempt.markerKey(), end).join();
        FailPoint.AFTER_MARKER.reach();
        if (ended instanceof Ended.Theirs) {
            remove(attempt);
        }
        // Deleted while we worked: whoever deletes lists the objects after writing the tombstone, and may have missed
        // ours.
        if (markers.isDeleted(attempt.videoId()).join()) {
            remove(attempt);
            store.delete(markers.bucket(), attempt.markerKey()).join();
            return new VideoGone();
        }
        return new Finished(ended.event());
    }

    private Work begunResultOf(Supplier<? extends Work> work, Attempt attempt) {
        try (BegunAttempts.Begun ignored = begun.begin(attempt.begunFolder())) {
            return resultOf(work, attempt);
        }
    }

    private Work resultOf(Supplier<? extends Work> work, Attempt attempt) {
        Optional<VideoEvent> end = Optional.empty();
        try {
            Work result = work.get();
            if (result instanceof Finished(VideoEvent reached)) {
                end = Optional.of(reached);
            }
            return result;
        } finally {
            if (end.isEmpty()) {
                removeIfPossible(attempt);
            }
        }
    }

    private void removeIfPossible(Attempt attempt) {
        try {
            remove(attempt);
        } catch (CompletionException storeAway) {
            LOGGER.warn("Objects of a failed attempt stay under {}", attempt.prefix(), storeAway);
        }
    }

    private void remove(Attempt attempt) {
        store.deleteAll(attempt.bucket(), attempt.prefix()).join();
    }
}
