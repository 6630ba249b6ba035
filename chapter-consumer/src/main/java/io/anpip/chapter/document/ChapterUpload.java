package io.anpip.chapter.document;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Puts chapters into the bucket that players read, below the prefix of one attempt. */
@ApplicationScoped
public class ChapterUpload {

    private final ObjectStore store;
    private final String bucket;

    public ChapterUpload(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.bucket = buckets.media();
    }

    /** The two files of a list. */
    public record Files(ObjectRef vtt, ObjectRef json) {}

    /** Returns when both files are stored. */
    public Files store(ChapterList list, String prefix) {
        byte[] vtt = ChaptersVtt.of(list).getBytes(StandardCharsets.UTF_8);
        byte[] json = EventCodec.encodeDocument(list);
        return new Files(
                store.put(bucket, prefix + "chapters.vtt", "text/vtt; charset=utf-8", vtt)
                        .join(),
                store.put(bucket, prefix + "chapters.json", "application/json", json)
                        .join());
    }
}
