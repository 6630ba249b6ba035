package io.anpip.upload.storage;

import io.anpip.media.WebVtt;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.upload.chapters.ChapterKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The files of chapters that users write, beside what the pipeline makes. They are a few kilobytes of text, so they may pass through
 * this service.
 *
 * <p>Files of earlier edits stay until the video is removed: documents that name them may still be read.
 */
@ApplicationScoped
public class ChapterStorage {

    private final ObjectStore store;
    private final StoreCalls calls;
    private final String bucket;

    public ChapterStorage(ObjectStore store, StoreCalls calls, Buckets buckets) {
        this.store = store;
        this.calls = calls;
        this.bucket = buckets.media();
    }

    /** The two files of an edit. */
    public record Files(ObjectRef vtt, ObjectRef json) {}

    /** What the JSON file holds: the shape chapter-consumer writes. */
    record Document(String origin, double durationSeconds, List<Chapter> chapters) {}

    /** Writes the files of one edit. */
    public Uni<Files> write(VideoId video, int revision, List<Chapter> chapters, double videoSeconds) {
        String folder = ChapterKey.folderOf(video, revision, UUID.randomUUID());
        byte[] vtt = WebVtt.file(chapters.stream()
                        .map(chapter -> WebVtt.Cue.of(
                                time(chapter.startSeconds()), time(chapter.endSeconds()), chapter.title()))
                        .toList())
                .getBytes(StandardCharsets.UTF_8);
        byte[] json = EventCodec.encodeDocument(new Document("MANUAL", videoSeconds, chapters));
        return calls.answer(() -> store.put(bucket, folder + "chapters.vtt", "text/vtt; charset=utf-8", vtt)
                .thenCombine(store.put(bucket, folder + "chapters.json", "application/json", json), Files::new));
    }

    /** Removes the files of all edits of a video. */
    public Uni<Integer> removeAll(VideoId video) {
        return calls.answer(() -> store.deleteAll(bucket, ChapterKey.prefixOf(video)));
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
