package io.anpip.transcode.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PutOutcome;
import io.anpip.schemas.Download;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Commits the files to save of a generation: the first complete attempt stands, and a later one removes its files. */
@ApplicationScoped
public class DownloadMarkers {

    private final ObjectStore store;
    private final Buckets buckets;

    public DownloadMarkers(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** The files, if some attempt has committed. */
    public Optional<List<Download>> find(VideoKeys keys) {
        return store.get(buckets.work(), keys.downloadsMarker())
                .join()
                .map(json -> EventCodec.<DownloadMarker>decodeDocument(DownloadMarker.class, json)
                        .orElseThrow(() -> new IllegalStateException("The marker of the files to save can't be read")))
                .map(DownloadMarker::files);
    }

    /** Commits an attempt, or removes its files when another was first; answers the marker that stands. */
    public ObjectRef commit(VideoKeys keys, List<Download> files) {
        byte[] json = EventCodec.encodeDocument(new DownloadMarker(files));
        return switch (store.putIfAbsent(buckets.work(), keys.downloadsMarker(), "application/json", json)
                .join()) {
            case PutOutcome.Written(ObjectRef object) -> object;
            case PutOutcome.AlreadyThere ignored -> {
                List<Download> standing = find(keys).orElseThrow();
                files.stream()
                        // Its own files stand where only the answer to its write was lost.
                        .filter(file -> !standing.contains(file))
                        .forEach(file -> store.delete(
                                        file.object().bucket(), file.object().key())
                                .join());
                yield store.head(buckets.work(), keys.downloadsMarker()).join().orElseThrow();
            }
        };
    }
}
