package io.anpip.projector.rebuild;

import io.anpip.projector.end.VideoEndMarker;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.VideoId;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the projection anew from the log while the live one goes on, compares the two, and swaps them.
 *
 * <p>Ordering: the bulk is read without a lock; then changes of the live table wait, the rest of the log is read, and rows are compared
 * and swapped in one transaction. Whatever the live projector has committed it had read from the log before, so the new rows hold it.
 * Failure: the live projection stays what it was. Idempotence: a rebuild after a rebuild finds everything equal. Threading: one rebuild at
 * a time over all processes; it has a thread of its own.
 */
@ApplicationScoped
public class ProjectionRebuild {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProjectionRebuild.class);
    private static final String ONE_AT_A_TIME = "select pg_try_advisory_lock(hashtextextended('status.rebuild', 0))";
    private static final String NEXT_ONE = "select pg_advisory_unlock(hashtextextended('status.rebuild', 0))";
    // Little enough to be read under the lock in a moment.
    private static final int SHORT_REST = 2_000;
    private static final int MOST_ROUNDS = 10;
    private static final int IDS_NAMED = 10;
    private static final int STORE_CALLS = 32;
    private static final Duration STORE_PATIENCE = Duration.ofMinutes(5);

    private final DataSource database;
    private final Map<String, Object> broker;
    private final VideoEndMarker endMarkers;
    private final int batch;
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile RebuildProgress progress = new RebuildProgress.Idle();

    ProjectionRebuild(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            VideoEndMarker endMarkers,
            @ConfigProperty(name = "anpip.projection.rebuild.batch", defaultValue = "1000") int batch) {
        this.database = database;
        this.broker = broker;
        this.endMarkers = endMarkers;
        this.batch = batch;
    }

    /** How far it is. */
    public RebuildProgress progress() {
        return progress;
    }

    /** Begins one, unless one is at work in this process; answers whether it has begun. */
    public boolean begin(RebuildMode mode) {
        if (!atWork.compareAndSet(false, true)) {
            return false;
        }
        progress = new RebuildProgress.Running("reading the log", 0, 0);
        Thread.ofPlatform().name("projection-rebuild").daemon().start(() -> run(mode));
        return true;
    }

    private void run(RebuildMode mode) {
        try {
            RebuildReport report = rebuild(mode);
            LOGGER.info("The projection was rebuilt: {}", report);
            progress = new RebuildProgress.Done(report);
        } catch (SQLException | RuntimeException trouble) {
            LOGGER.error("The rebuild of the projection was broken off", trouble);
            progress = new RebuildProgress.Failed(String.valueOf(trouble.getMessage()));
        } finally {
            atWork.set(false);
        }
    }

    private RebuildReport rebuild(RebuildMode mode) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            if (!holds(connection, ONE_AT_A_TIME)) {
                throw new IllegalStateException("Another process rebuilds the projection at this moment.");
            }
            try (EventLog log = new EventLog(broker, batch)) {
                return rebuild(mode, connection, log, begun);
            } finally {
                connection.setAutoCommit(true);
                new ShadowTable(connection).remove();
                holds(connection, "reset synchronous_commit");
                holds(connection, NEXT_ONE);
            }
        }
    }

    private RebuildReport rebuild(RebuildMode mode, Connection connection, EventLog log, long begun)
            throws SQLException {
        // What a crash would lose here is removed at the next start anyway; the swap itself is synchronous.
        holds(connection, "set synchronous_commit = off");
        ShadowTable shadow = new ShadowTable(connection);
        shadow.prepare();
        Replay replay = new Replay(connection, shadow);
        long total = log.waiting();
        log.readToEnd(records -> {
            replay.read(records);
            progress = new RebuildProgress.Running("reading the log", replay.read(), total);
        });
        progress = new RebuildProgress.Running("reading ends, making rows", replay.read(), total);
        finishAll(shadow);
        shadow.index();
        shadow.adopt();
        for (int round = 0; round < MOST_ROUNDS && log.waiting() > SHORT_REST; round++) {
            log.readToEnd(replay::readNoting);
            finish(shadow, replay.takeTouched());
        }
        progress = new RebuildProgress.Running("comparing", replay.read(), total);
        return compareAndSwap(mode, connection, log, shadow, replay, begun);
    }

    private RebuildReport compareAndSwap(
            RebuildMode mode, Connection connection, EventLog log, ShadowTable shadow, Replay replay, long begun)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            shadow.lockLive();
            long locked = System.nanoTime();
            log.readToEnd(replay::readNoting);
            Set<VideoId> unfinished = new HashSet<>(replay.takeTouched());
            unfinished.addAll(shadow.openEnds());
            finish(shadow, unfinished);
            long endsOpen = shadow.openEnds().size();
            Comparison comparison = shadow.compare(IDS_NAMED);
            boolean swaps = mode.swaps(comparison);
            if (swaps) {
                shadow.swap();
                connection.commit();
            } else {
                connection.rollback();
            }
            return new RebuildReport(
                    mode,
                    replay.read(),
                    replay.passedOver(),
                    endsOpen,
                    comparison,
                    secondsSince(begun),
                    secondsSince(locked),
                    swaps);
        } catch (SQLException | RuntimeException trouble) {
            connection.rollback();
            throw trouble;
        }
    }

    private void finishAll(ShadowTable shadow) throws SQLException {
        UUID last = Replay.FIRST;
        while (true) {
            Map<VideoId, ProjectedVideo> page = shadow.statesAfter(last);
            if (page.isEmpty()) {
                return;
            }
            write(shadow, page);
            for (VideoId id : page.keySet()) {
                last = id.value();
            }
        }
    }

    private void finish(ShadowTable shadow, Set<VideoId> ids) throws SQLException {
        if (!ids.isEmpty()) {
            write(shadow, shadow.states(ids));
        }
    }

    /** Folds what the end markers say, and writes the rows. */
    private void write(ShadowTable shadow, Map<VideoId, ProjectedVideo> states) throws SQLException {
        List<ProjectedVideo> ended = Uni.join()
                .all(states.values().stream().map(this::ended).toList())
                .usingConcurrencyOf(STORE_CALLS)
                .andFailFast()
                .await()
                .atMost(STORE_PATIENCE);
        shadow.render(ended);
        List<VideoId> open = new ArrayList<>();
        ended.stream().filter(state -> state.dueEnd().isPresent()).forEach(state -> open.add(state.videoId()));
        shadow.openEnds(states.keySet(), open);
    }

    private Uni<ProjectedVideo> ended(ProjectedVideo state) {
        return state.dueEnd().isEmpty()
                ? Uni.createFrom().item(state)
                : endMarkers
                        .marked(state)
                        .map(end -> end.map(said -> state.ended(state.generation(), said))
                                .orElse(state));
    }

    private static boolean holds(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!statement.execute()) {
                return true;
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
