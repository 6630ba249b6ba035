package io.anpip.transcode.janitor;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ListedObject;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.UnfinishedMultipart;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the buckets at intervals and removes leftovers.
 *
 * <p>Idempotence: any number of janitors may run at once. Threading: one thread of its own, a page of the listing in memory. Failure: what
 * could not be removed is for the next round.
 */
@ApplicationScoped
public class Janitor {

    private static final Logger LOGGER = LoggerFactory.getLogger(Janitor.class);
    private static final String VIDEOS = "videos/";

    private final ObjectStore store;
    private final Buckets buckets;
    private final JanitorConfig config;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("janitor").factory());

    private final LongCounter removedObjects;
    private final LongCounter removedBytes;
    private final LongCounter abortedMultiparts;

    public Janitor(ObjectStore store, Buckets buckets, JanitorConfig config, OpenTelemetry telemetry) {
        this.store = store;
        this.buckets = buckets;
        this.config = config;
        Meter meter = telemetry.getMeter("io.anpip.transcode.janitor");
        this.removedObjects = meter.counterBuilder("anpip.janitor.objects")
                .setUnit("{object}")
                .setDescription("Objects removed that were left over.")
                .build();
        this.removedBytes = meter.counterBuilder("anpip.janitor.bytes")
                .setUnit("By")
                .setDescription("Bytes of the objects removed that were left over.")
                .build();
        this.abortedMultiparts = meter.counterBuilder("anpip.janitor.multiparts")
                .setUnit("{upload}")
                .setDescription("Half-made copies given up.")
                .build();
    }

    /** What a round has removed, or would have. */
    public record Removed(long objects, long bytes, long multiparts) {
        static final Removed NOTHING = new Removed(0, 0, 0);

        Removed plus(List<ListedObject> more) {
            return new Removed(
                    objects + more.size(),
                    bytes + more.stream().mapToLong(ListedObject::sizeBytes).sum(),
                    multiparts);
        }

        boolean isNothing() {
            return objects == 0 && multiparts == 0;
        }
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            long pause = config.interval().toMillis();
            rounds.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.shutdownNow();
    }

    private void round() {
        try {
            Removed removed = sweep(clock.instant().minus(config.grace()));
            if (!config.dryRun()) {
                removedObjects.add(removed.objects());
                removedBytes.add(removed.bytes());
                abortedMultiparts.add(removed.multiparts());
            }
            if (!removed.isNothing()) {
                LOGGER.info(
                        "{} {} objects ({} bytes) and {} multipart uploads that were left over",
                        config.dryRun() ? "Would remove" : "Removed",
                        removed.objects(),
                        removed.bytes(),
                        removed.multiparts());
            }
        } catch (CompletionException | IllegalStateException storeAway) {
            LOGGER.warn("Leftovers stay for the next round: {}", storeAway.getMessage());
        }
    }

    /** Removes everything left over that was last changed before this instant. */
    Removed sweep(Instant olderThan) {
        Removed removed = Removed.NOTHING;
        List<ListedObject> video = new ArrayList<>();
        String after = "";
        List<ListedObject> page = page(after);
        while (!page.isEmpty() && removed.objects() < config.mostObjects()) {
            for (ListedObject object : page) {
                if (!video.isEmpty() && !videoOf(object).equals(videoOf(video.getFirst()))) {
                    removed = clean(video, olderThan, removed);
                    video.clear();
                }
                video.add(object);
            }
            after = page.getLast().key();
            page = page(after);
        }
        if (!video.isEmpty()) {
            removed = clean(video, olderThan, removed);
        }
        return new Removed(removed.objects(), removed.bytes(), abandonedMultiparts(olderThan));
    }

    private List<ListedObject> page(String after) {
        return store.page(buckets.work(), VIDEOS, after).join();
    }

    private static String videoOf(ListedObject object) {
        return object.key().split("/", 3)[1];
    }

    private Removed clean(List<ListedObject> work, Instant olderThan, Removed before) {
        String prefix = VIDEOS + videoOf(work.getFirst()) + '/';
        List<ListedObject> media = new ArrayList<>();
        List<ListedObject> page = store.page(buckets.media(), prefix, "").join();
        while (!page.isEmpty()) {
            media.addAll(page);
            page = store.page(buckets.media(), prefix, page.getLast().key()).join();
        }
        Leftovers leftovers = new Leftovers(List.copyOf(work), media, this::text);
        List<ListedObject> inWork = leftovers.inWork(olderThan);
        List<ListedObject> inMedia = leftovers.inMedia(olderThan);
        remove(buckets.work(), inWork);
        remove(buckets.media(), inMedia);
        return before.plus(inWork).plus(inMedia);
    }

    private Optional<String> text(String key) {
        return store.get(buckets.work(), key).join().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void remove(String bucket, List<ListedObject> objects) {
        if (!config.dryRun() && !objects.isEmpty()) {
            store.deleteKeys(bucket, objects.stream().map(ListedObject::key).toList())
                    .join();
        }
    }

    private long abandonedMultiparts(Instant olderThan) {
        long aborted = 0;
        for (String bucket : List.of(buckets.uploads(), buckets.work(), buckets.media())) {
            for (UnfinishedMultipart upload : store.unfinishedMultiparts(bucket).join()) {
                if (upload.initiated().isBefore(olderThan)) {
                    if (!config.dryRun()) {
                        store.abort(bucket, upload).join();
                    }
                    aborted++;
                }
            }
        }
        return aborted;
    }
}
