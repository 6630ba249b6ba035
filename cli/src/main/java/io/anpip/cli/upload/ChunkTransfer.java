package io.anpip.cli.upload;

import io.anpip.cli.api.ApiClient;
import io.anpip.cli.api.SignedPut;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.ChunkNotStored;
import io.anpip.cli.failure.Failure.FileUnreadable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stores one chunk: signs, puts, has the API check it, and does it all again when something on the way fails.
 *
 * <p>A fresh signature every time, because a refused one may have expired. A transfer that stands still is cut and tried again; how
 * long one takes as a whole is not limited, because lines are slow.
 */
final class ChunkTransfer {
    /** The JDK's client sets these itself and refuses them from others. */
    private static final Set<String> SET_BY_CLIENT =
            Set.of("host", "content-length", "connection", "expect", "upgrade");

    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final HttpClient http;
    private final ApiClient api;
    private final String uploadId;
    private final RetrySchedule schedule;
    private final UploadProgress progress;

    ChunkTransfer(HttpClient http, ApiClient api, String uploadId, RetrySchedule schedule, UploadProgress progress) {
        this.http = http;
        this.api = api;
        this.uploadId = uploadId;
        this.schedule = schedule;
        this.progress = progress;
    }

    void store(Path file, FileChunk chunk) throws InterruptedException {
        ChunkSource source = new ChunkSource(file, chunk);
        String trouble = "";
        for (int attempt = 1; ; attempt++) {
            AtomicLong counted = new AtomicLong();
            try {
                int status = put(source, counted, api.chunkUrl(uploadId, chunk.number(), checksum(source, file)));
                if (status / 100 == 2 && api.chunkStored(uploadId, chunk.number())) {
                    return;
                }
                trouble = status / 100 == 2
                        ? "The API does not find it in the store."
                        : "The store answered " + status + ".";
            } catch (IOException cut) {
                trouble = "The connection failed (" + cut.getMessage() + ").";
            }
            progress.add(-counted.get());
            if (!schedule.goesOn(attempt)) {
                throw new CommandFailed(new ChunkNotStored(chunk.number(), attempt, trouble));
            }
            Thread.sleep(
                    schedule.pauseAfter(attempt, ThreadLocalRandom.current().nextDouble()));
        }
    }

    private static String checksum(ChunkSource source, Path file) {
        try {
            return source.sha256();
        } catch (IOException unreadable) {
            throw new CommandFailed(new FileUnreadable(file, String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    private int put(ChunkSource source, AtomicLong counted, SignedPut target) throws IOException, InterruptedException {
        AtomicLong lastMove = new AtomicLong(System.nanoTime());
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .method(target.method(), source.body(bytes -> {
                    counted.addAndGet(bytes);
                    lastMove.set(System.nanoTime());
                    progress.add(bytes);
                }));
        for (Map.Entry<String, String> header : target.headers().entrySet()) {
            if (!SET_BY_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                request.header(header.getKey(), header.getValue());
            }
        }
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request.build(), BodyHandlers.discarding());
        while (true) {
            try {
                return answer.get(1, TimeUnit.SECONDS).statusCode();
            } catch (TimeoutException stillGoing) {
                if (System.nanoTime() - lastMove.get() > STANDSTILL.toNanos()) {
                    answer.cancel(true);
                    throw new IOException("nothing moved for " + STANDSTILL.toSeconds() + " s", stillGoing);
                }
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException cut ? cut : new IOException(failed.getCause());
            } catch (InterruptedException interrupted) {
                answer.cancel(true);
                throw interrupted;
            }
        }
    }
}
