package io.anpip.transcode.encoder;

import io.anpip.failpoint.FailPoint;
import io.anpip.media.ProgressListener;
import io.anpip.messaging.EventPublisher;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.TranscodeProgressed;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a chunk is, at most once in an interval. A report that is lost does no harm: the next one says more. */
final class ProgressReports implements ProgressListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProgressReports.class);

    private final EventPublisher publisher;
    private final EncodeChunk task;
    private final long totalFrames;
    private final long intervalNanos;
    private final Context trace = Context.current();
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    ProgressReports(EventPublisher publisher, EncodeChunk task, long totalFrames, Duration interval) {
        this.publisher = publisher;
        this.task = task;
        this.totalFrames = totalFrames;
        this.intervalNanos = interval.toNanos();
    }

    @Override
    public void onProgress(Progress progress) {
        FailPoint.ENCODE_RUNNING.reach();
        long now = System.nanoTime();
        long before = last.get();
        if (now - before < intervalNanos || !last.compareAndSet(before, now)) {
            return;
        }
        int done = (int) Math.min(progress.frames(), task.frameCount());
        publisher
                .publish(
                        new TranscodeProgressed(
                                task.videoId(), task.generation(), task.chunkIndex(), done, totalFrames),
                        trace)
                .subscribe()
                .with(sent -> {}, lost -> LOGGER.debug("A progress report was lost", lost));
    }
}
