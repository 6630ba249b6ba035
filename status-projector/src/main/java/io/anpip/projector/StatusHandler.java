package io.anpip.projector;

import io.anpip.failpoint.FailPoint;
import io.anpip.messaging.EventHandler;
import io.anpip.messaging.GivenUp;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.projector.end.VideoEndMarker;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.projector.projection.VideoEnd;
import io.anpip.projector.store.StatusStore;
import io.anpip.schemas.VideoEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * The use case: folds an event into its video's row and, when that completes a generation, settles the end.
 *
 * <p>Idempotence: an event that was folded before changes nothing; but an end that is still due, because an earlier try stopped between
 * the two steps, is settled now. Failure: trouble with database or store is thrown and the event tried again; what can never be stored
 * is given up.
 */
@ApplicationScoped
public class StatusHandler implements EventHandler {

    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STORE_PATIENCE = Duration.ofMinutes(5);
    // SQLSTATE classes that tell of the statement or its data, not of the server's health: bad data, broken rule, bad
    // SQL.
    private static final Set<String> POISON = Set.of("22", "23", "42");

    private final StatusStore store;
    private final VideoEndMarker endMarker;
    private final Announcer announcer;

    StatusHandler(StatusStore store, VideoEndMarker endMarker, Announcer announcer) {
        this.store = store;
        this.endMarker = endMarker;
        this.announcer = announcer;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        ProjectedVideo video = awaited(store.fold(event.videoId(), before -> before.apply(event)), DATABASE_PATIENCE);
        FailPoint.FOLD_COMMITTED.reach();
        video.dueEnd().ifPresent(due -> settle(video, due));
        announcer.nudge();
        return HandlingOutcome.nothing();
    }

    private void settle(ProjectedVideo video, VideoEnd due) {
        awaited(endMarker.settle(video, due), STORE_PATIENCE)
                .ifPresent(end -> awaited(
                        store.fold(video.videoId(), before -> before.ended(video.generation(), end)),
                        DATABASE_PATIENCE));
    }

    /** Waits for work outside; the inbox takes a {@link CompletionException} for infrastructure and tries again. */
    private static <T> T awaited(Uni<T> work, Duration patience) {
        try {
            return work.ifNoItem()
                    .after(patience)
                    .fail()
                    .subscribeAsCompletionStage()
                    .join();
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case GivenUp givenUp -> givenUp;
                case PgException refused
                when POISON.contains(sqlStateClass(refused)) ->
                    new GivenUp("The database refused the event's data: " + refused.getMessage(), refused);
                case null, default -> failed;
            };
        }
    }

    private static String sqlStateClass(PgException refused) {
        String state = refused.getSqlState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
