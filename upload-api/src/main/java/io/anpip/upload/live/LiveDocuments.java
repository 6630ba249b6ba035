package io.anpip.upload.live;

import io.anpip.schemas.VideoId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Hands what arrives on the status topic to those who follow the video.
 *
 * <p>Threading: called from any thread. Each follower holds one change at most: a slow one finds the newest, because a
 * document says all that those before it said.
 */
@ApplicationScoped
public class LiveDocuments {

    private final ConcurrentMap<VideoId, Set<MultiEmitter<? super VideoChange>>> followers = new ConcurrentHashMap<>();

    /** What happens to a video from now on. */
    public Multi<VideoChange> of(VideoId id) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            add(id, emitter);
                            emitter.onTermination(() -> remove(id, emitter));
                        },
                        BackPressureStrategy.LATEST);
    }

    /** Tells those who follow this video. */
    public void publish(VideoId id, VideoChange change) {
        followers.getOrDefault(id, Set.of()).forEach(emitter -> emitter.emit(change));
    }

    /** How many videos are followed. */
    public int followedVideos() {
        return followers.size();
    }

    private void add(VideoId id, MultiEmitter<? super VideoChange> emitter) {
        followers.compute(id, (same, present) -> {
            Set<MultiEmitter<? super VideoChange>> all = present == null ? new CopyOnWriteArraySet<>() : present;
            all.add(emitter);
            return all;
        });
    }

    private void remove(VideoId id, MultiEmitter<? super VideoChange> emitter) {
        followers.computeIfPresent(id, (same, present) -> {
            present.remove(emitter);
            return present.isEmpty() ? null : present;
        });
    }
}
