package io.anpip.transcode.assembler;

import io.anpip.failpoint.FailPoint;
import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.BegunAttempts;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PutOutcome;
import io.anpip.schemas.ChunkList;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.SourceRejected;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.VideoDeleted;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Makes one verified source object of an upload's chunks and says what it holds.
 *
 * <p>Idempotence: the combined source is named by a marker of the video, the verdict by a marker of the generation; whoever comes
 * second goes on with the first one's. Combining and probing run side by side, because the loopback source reads the chunks as one file.
 */
@ApplicationScoped
public class AssembleHandler implements EventHandler {

    private static final String JSON = "application/json";

    private final ObjectStore store;
    private final Buckets buckets;
    private final EndMarkers ends;
    private final BegunAttempts begun;
    private final SourceInspection inspection;
    private final Clock clock = Clock.systemUTC();

    public AssembleHandler(
            ObjectStore store, Buckets buckets, EndMarkers ends, BegunAttempts begun, SourceInspection inspection) {
        this.store = store;
        this.buckets = buckets;
        this.ends = ends;
        this.begun = begun;
        this.inspection = inspection;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return switch (event) {
            case UploadFinalized finalized ->
                assemble(
                        new VideoKeys(finalized.videoId(), finalized.generation()),
                        finalized.chunkList(),
                        finalized.profile());
            case ReprocessRequested again ->
                assemble(new VideoKeys(again.videoId(), again.generation()), again.chunkList(), again.profile());
            // Nothing is left to do; the record becomes the dead letter of the video's failure.
            case ProcessingGivenUp givenUp -> HandlingOutcome.ended(givenUp);
            case VideoDeleted deleted -> remove(deleted.videoId());
            default -> HandlingOutcome.nothing();
        };
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return switch (event) {
            case UploadFinalized ignored -> end(new VideoKeys(event.videoId(), event.generation()), givenUp(event));
            case ReprocessRequested ignored -> end(new VideoKeys(event.videoId(), event.generation()), givenUp(event));
            default -> HandlingOutcome.nothing();
        };
    }

    private SourceRejected givenUp(VideoEvent event) {
        return new SourceRejected(
                event.videoId(),
                event.generation(),
                new Failure(
                        FailureKind.RETRYABLE,
                        "The file could not be read because of a fault on our side; it can be processed again."),
                now());
    }

    private HandlingOutcome assemble(VideoKeys keys, ObjectRef chunkList, Optional<String> profile) {
        if (ends.isDeleted(keys.videoId()).join()) {
            return HandlingOutcome.nothing();
        }
        Optional<VideoEvent> known = ends.find(keys.sourceEnd()).join();
        if (known.isPresent()) {
            return HandlingOutcome.ended(known.get());
        }
        String folder = keys.begun("source");
        Optional<Failure> crashed = begun.verdict(folder);
        if (crashed.isPresent()) {
            return end(keys, new SourceRejected(keys.videoId(), keys.generation(), crashed.get(), now()));
        }
        try (BegunAttempts.Begun ignored = begun.begin(folder)) {
            return read(keys, chunkList, profile);
        }
    }

    private HandlingOutcome read(VideoKeys keys, ObjectRef chunkList, Optional<String> profile) {
        // Once there is a combined source the chunks are not needed, and after a while they are gone.
        Optional<ObjectRef> earlier =
                committed(VideoKeys.sourceMarker(keys.videoId())).join();
        if (earlier.isPresent()) {
            return end(keys, earlier.get(), inspection.inspect(List.of(earlier.get())), profile);
        }
        Optional<byte[]> listed = store.get(chunkList.bucket(), chunkList.key()).join();
        Optional<ChunkList> chunks = listed.flatMap(bytes -> EventCodec.decodeDocument(ChunkList.class, bytes));
        if (chunks.isEmpty()) {
            return new HandlingOutcome.TryAgain("The chunk list " + chunkList.key() + " can't be read");
        }
        if (chunks.get().sizeBytes() == 0) {
            return end(keys, rejected(keys, "The file is empty: it has no bytes."));
        }
        CompletableFuture<ObjectRef> combined = combined(keys.videoId(), chunks.get());
        SourceVerdict verdict = inspection.inspect(chunks.get().chunks());
        return end(keys, combined.join(), verdict, profile);
    }

    private HandlingOutcome end(VideoKeys keys, ObjectRef source, SourceVerdict verdict, Optional<String> profile) {
        return switch (verdict) {
            case SourceVerdict.Playable(var probe) ->
                end(keys, new SourceReady(keys.videoId(), keys.generation(), source, probe, now(), profile));
            case SourceVerdict.Refused(String sentence) -> end(keys, rejected(keys, sentence));
            case SourceVerdict.NotNow(String reason) -> new HandlingOutcome.TryAgain(reason);
        };
    }

    /** The combined source: the one an earlier attempt has committed, or a new one. */
    private CompletableFuture<ObjectRef> combined(VideoId videoId, ChunkList chunks) {
        String marker = VideoKeys.sourceMarker(videoId);
        return committed(marker)
                .thenCompose(found -> found.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> combine(videoId, chunks, marker)));
    }

    private CompletableFuture<ObjectRef> combine(VideoId videoId, ChunkList chunks, String marker) {
        UUID attempt = UUID.randomUUID();
        return store.combine(chunks.chunks(), buckets.work(), VideoKeys.combinedSource(videoId, attempt))
                .thenCompose(made -> verified(made, chunks))
                .thenCompose(made -> store.putIfAbsent(buckets.work(), marker, JSON, EventCodec.encodeDocument(made))
                        .thenCompose(outcome -> switch (outcome) {
                            case PutOutcome.Written ignored -> CompletableFuture.completedFuture(made);
                            case PutOutcome.AlreadyThere ignored ->
                                committed(marker)
                                        .thenApply(Optional::orElseThrow)
                                        .thenCompose(first -> standing(made, first));
                        }));
    }

    /** The source that stands. Where it is ours, the answer to our own write was lost, and it must stay. */
    private CompletableFuture<ObjectRef> standing(ObjectRef ours, ObjectRef first) {
        return first.key().equals(ours.key())
                ? CompletableFuture.completedFuture(first)
                : store.delete(ours.bucket(), ours.key()).thenApply(gone -> first);
    }

    private CompletableFuture<ObjectRef> verified(ObjectRef made, ChunkList chunks) {
        return store.head(made.bucket(), made.key()).thenApply(found -> {
            if (found.isEmpty() || found.get().sizeBytes() != chunks.sizeBytes()) {
                throw new IllegalStateException("The combined source has not the size of its chunks");
            }
            return found.get();
        });
    }

    private CompletableFuture<Optional<ObjectRef>> committed(String marker) {
        return store.get(buckets.work(), marker)
                .thenApply(bytes -> bytes.flatMap(json -> EventCodec.decodeDocument(ObjectRef.class, json)));
    }

    private HandlingOutcome end(VideoKeys keys, VideoEvent verdict) {
        FailPoint.BEFORE_MARKER.reach();
        VideoEvent end = ends.commit(keys.sourceEnd(), verdict).join().event();
        FailPoint.AFTER_MARKER.reach();
        return HandlingOutcome.ended(end);
    }

    private SourceRejected rejected(VideoKeys keys, String sentence) {
        return new SourceRejected(
                keys.videoId(), keys.generation(), new Failure(FailureKind.PERMANENT, sentence), now());
    }

    private HandlingOutcome remove(VideoId videoId) {
        store.put(buckets.work(), EndMarkers.tombstoneKey(videoId), JSON, EventCodec.encodeDocument(videoId))
                .join();
        for (String prefix : VideoKeys.removable(videoId)) {
            store.deleteAll(buckets.work(), prefix).join();
            store.deleteAll(buckets.media(), prefix).join();
        }
        return HandlingOutcome.nothing();
    }

    private Instant now() {
        return clock.instant();
    }
}
