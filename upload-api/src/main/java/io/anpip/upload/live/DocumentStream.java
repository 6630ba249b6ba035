package io.anpip.upload.live;

import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.upload.lifecycle.VideoLibrary;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.settings.LiveConfig;
import io.anpip.upload.video.DocumentOrder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Follows one video for one client: the document as it is, then each change of it.
 *
 * <p>Ordering: a document is passed on only when it supersedes the one before, so a status never goes back, whichever
 * way a document came: from the topic, or from the database that is read again from time to time. The stream stays open
 * after the end of a generation, for the next one, and ends when the video is removed.
 */
@ApplicationScoped
public class DocumentStream {

    private final LiveDocuments live;
    private final VideoLibrary library;
    private final LiveConfig config;
    private final AtomicInteger open = new AtomicInteger();

    public DocumentStream(LiveDocuments live, VideoLibrary library, LiveConfig config) {
        this.live = live;
        this.library = library;
        this.config = config;
    }

    /** The document a stream begins with. Fails with {@link Refusal.NoSuchVideo} or {@link Refusal.TooManyStreams}. */
    public Uni<VideoDocument> begin(VideoId id) {
        if (open.get() >= config.maxStreams()) {
            return Uni.createFrom().failure(new Refusal.TooManyStreams(config.maxStreams()).asException());
        }
        return library.find(id).map(found -> found.orElseThrow(() -> new Refusal.NoSuchVideo().asException()));
    }

    /**
     * The changes from this document on.
     *
     * @param lastSeen sequence of the last document the client had before it lost its connection
     */
    public Multi<VideoChange> follow(VideoDocument first, OptionalLong lastSeen) {
        return Multi.createFrom().deferred(() -> {
            open.incrementAndGet();
            Shown shown = new Shown(first);
            boolean seen = first.sequence() > 0 && lastSeen.orElse(-1) >= first.sequence();
            Multi<VideoChange> begun =
                    seen ? Multi.createFrom().empty() : Multi.createFrom().item(new VideoChange.Changed(first));
            Multi<VideoChange> later = Multi.createBy()
                    .merging()
                    .withRequests(1)
                    .<VideoChange>streams(live.of(first.id()), readAgain(first.id()), heartbeats())
                    .filter(change -> shown.isNews(change));
            return endingWithRemoval(Multi.createBy().concatenating().streams(begun, later))
                    .onTermination()
                    .invoke(open::decrementAndGet);
        });
    }

    private Multi<VideoChange> readAgain(VideoId id) {
        return ticks(config.readAgain())
                .onItem()
                .transformToUniAndConcatenate(tick -> library.find(id)
                        .map(found ->
                                found.<VideoChange>map(VideoChange.Changed::new).orElseGet(VideoChange.Removed::new))
                        // The database is away for the moment: the next tick tells.
                        .onFailure()
                        .recoverWithItem(VideoChange.StillThere::new));
    }

    private Multi<VideoChange> heartbeats() {
        return ticks(config.heartbeat()).map(tick -> new VideoChange.StillThere());
    }

    private static Multi<Long> ticks(Duration interval) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .onOverflow()
                .drop();
    }

    /** Passes the removal on and then ends, where a plain "take while" would swallow it. */
    private static Multi<VideoChange> endingWithRemoval(Multi<VideoChange> changes) {
        return changes.onItem()
                .transformToMultiAndConcatenate(change -> change instanceof VideoChange.Removed
                        ? Multi.createFrom().items(Optional.of(change), Optional.<VideoChange>empty())
                        : Multi.createFrom().item(Optional.of(change)))
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** What a client has seen. A stream's items come one after another, so nobody else looks at it meanwhile. */
    private static final class Shown {

        private VideoDocument document;

        Shown(VideoDocument first) {
            this.document = first;
        }

        boolean isNews(VideoChange change) {
            return switch (change) {
                case VideoChange.Changed(VideoDocument next) -> {
                    boolean later = DocumentOrder.supersedes(next, document);
                    document = later ? next : document;
                    yield later;
                }
                case VideoChange.Removed ignored -> true;
                case VideoChange.StillThere ignored -> true;
            };
        }
    }
}
