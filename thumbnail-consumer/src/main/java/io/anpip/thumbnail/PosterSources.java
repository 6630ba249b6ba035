package io.anpip.thumbnail;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Remembers where the source of each video lies and what it holds, for posters that are asked for long after it was ready. */
@ApplicationScoped
public class PosterSources {

    private final ObjectStore store;
    private final String bucket;

    public PosterSources(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.bucket = buckets.work();
    }

    /** Notes a source. All generations have the same file; what a later one found out about it is better. */
    void remember(SourceReady source) {
        store.put(bucket, key(source.videoId()), "application/json", EventCodec.encode(source))
                .join();
    }

    /** The source of a video, if it came by here. */
    Optional<SourceReady> find(VideoId video) {
        return store.get(bucket, key(video)).join().flatMap(json -> EventCodec.decodeDocument(SourceReady.class, json));
    }

    /** Nothing stays of a video that was deleted. */
    void forget(VideoId video) {
        store.delete(bucket, key(video)).join();
    }

    private static String key(VideoId video) {
        return "videos/" + video + "/chosen/source.json";
    }
}
