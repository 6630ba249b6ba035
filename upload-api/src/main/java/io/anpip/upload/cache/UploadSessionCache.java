package io.anpip.upload.cache;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoId;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.UploadSession;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.settings.CacheConfig;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Upload sessions in Redis, under {@code upload:{id}}.
 *
 * <p>Ordering: {@link #remember} never replaces what is there and {@link #replace} always does. So a reader that was
 * slow between PostgreSQL and here can't bring back the state of before a finalize. Failure: none reaches the caller.
 * When Redis does not answer in time it is left alone for a moment, so that its absence costs one time-out now and then
 * and not one for each request.
 */
@ApplicationScoped
public class UploadSessionCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(UploadSessionCache.class);

    private final ReactiveValueCommands<String, String> values;
    private final CacheConfig config;
    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());

    public UploadSessionCache(ReactiveRedisDataSource redis, CacheConfig config) {
        this.values = redis.value(String.class);
        this.config = config;
    }

    /** The session, if it is known here. */
    public Uni<Optional<UploadSession>> find(VideoId id) {
        return orWithout(
                Uni.createFrom().deferred(() -> values.get(keyOf(id))).map(json -> read(id, json)), Optional.empty());
    }

    /** Keeps a session that was read from the database, unless one is kept already. */
    public Uni<Void> remember(UploadSession session) {
        return set(session, new SetArgs().px(config.ttl()).nx());
    }

    /** Keeps a session whose state has just changed, whatever is kept. */
    public Uni<Void> replace(UploadSession session) {
        return set(session, new SetArgs().px(config.ttl()));
    }

    private Uni<Void> set(UploadSession session, SetArgs how) {
        return orWithout(
                        Uni.createFrom()
                                .deferred(() -> values.set(keyOf(session.id()), write(session), how))
                                .replaceWith(true),
                        false)
                .replaceWithVoid();
    }

    private <T> Uni<T> orWithout(Uni<T> call, T absent) {
        return Uni.createFrom().deferred(() -> {
            if (System.nanoTime() - pausedUntil.get() < 0) {
                return Uni.createFrom().item(absent);
            }
            return call.ifNoItem().after(config.timeout()).fail().onFailure().recoverWithItem(trouble -> {
                pausedUntil.set(System.nanoTime() + config.pauseAfterFailure().toNanos());
                LOGGER.warn("Redis does not answer, PostgreSQL does instead: {}", trouble.toString());
                return absent;
            });
        });
    }

    private static String keyOf(VideoId id) {
        return "upload:" + id;
    }

    private static String write(UploadSession session) {
        return new String(EventCodec.encodeDocument(CachedSession.of(session)), StandardCharsets.UTF_8);
    }

    private static Optional<UploadSession> read(VideoId id, @Nullable String json) {
        return json == null
                ? Optional.empty()
                : EventCodec.decodeDocument(CachedSession.class, json.getBytes(StandardCharsets.UTF_8))
                        .map(cached -> cached.of(id));
    }

    /** A session as JSON; the id is the key. */
    record CachedSession(long sizeBytes, long chunkSizeBytes, int chunkCount, UploadState state, Instant expiresAt) {

        static CachedSession of(UploadSession session) {
            ChunkPlan plan = session.plan();
            return new CachedSession(
                    plan.sizeBytes(), plan.chunkSizeBytes(), plan.chunkCount(), session.state(), session.expiresAt());
        }

        UploadSession of(VideoId id) {
            return new UploadSession(id, new ChunkPlan(sizeBytes, chunkSizeBytes, chunkCount), state, expiresAt);
        }
    }
}
