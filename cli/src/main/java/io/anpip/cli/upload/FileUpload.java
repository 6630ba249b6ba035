package io.anpip.cli.upload;

import io.anpip.cli.api.ApiClient;
import io.anpip.cli.api.UploadSession;
import io.anpip.cli.api.UploadState;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.terminal.Terminal;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Uploads one file, several chunks at a time, and asks for its video.
 *
 * <p>Idempotence: the same file again, after a break, goes on where it stopped; after its end, it is a new upload.
 */
public final class FileUpload {
    private static final int SIDE_BY_SIDE = 4;

    private final HttpClient http;
    private final ApiClient api;
    private final UploadLedger ledger;
    private final Terminal terminal;
    private final RetrySchedule schedule;

    public FileUpload(HttpClient http, ApiClient api, UploadLedger ledger, Terminal terminal) {
        this(http, api, ledger, terminal, RetrySchedule.PATIENT);
    }

    FileUpload(HttpClient http, ApiClient api, UploadLedger ledger, Terminal terminal, RetrySchedule schedule) {
        this.http = http;
        this.api = api;
        this.ledger = ledger;
        this.terminal = terminal;
        this.schedule = schedule;
    }

    /** What has to be sent, of which upload. */
    private record Plan(String uploadId, List<FileChunk> missing, long storedBytes, boolean finalized) {}

    /** Stores all chunks and finalizes; answers the id of the video. */
    public String run(LocalFile file, Optional<String> title, Optional<String> profile) {
        String uploadId = store(file, title, profile);
        finish(file, uploadId);
        return uploadId;
    }

    /** Stores all chunks; the upload can then be finalized. */
    public String store(LocalFile file, Optional<String> title, Optional<String> profile) {
        Plan plan = resume(file).orElseGet(() -> begin(file, title, profile));
        if (!plan.finalized() && !plan.missing().isEmpty()) {
            UploadProgress progress = new UploadProgress(terminal, file.name(), file.sizeBytes(), plan.storedBytes());
            try {
                sendAll(file, plan, progress);
                progress.end();
            } catch (CommandFailed failed) {
                progress.abandon();
                throw failed;
            }
        }
        return plan.uploadId();
    }

    /** Asks for the video of a stored upload. */
    public void finish(LocalFile file, String uploadId) {
        api.finalizeUpload(uploadId);
        ledger.end(file.fingerprint(api.base()));
    }

    private Plan begin(LocalFile file, Optional<String> title, Optional<String> profile) {
        UploadSession session = api.startUpload(file.name(), file.sizeBytes(), file.contentType(), title, profile);
        ledger.begin(file.fingerprint(api.base()), session.uploadId());
        List<FileChunk> chunks = FileChunk.of(file.sizeBytes(), session.chunkSizeBytes(), session.chunkCount());
        return new Plan(session.uploadId(), chunks, 0, false);
    }

    private Optional<Plan> resume(LocalFile file) {
        return ledger.begun(file.fingerprint(api.base()))
                .flatMap(uploadId -> api.uploadState(uploadId)
                        .filter(state -> !state.isGone())
                        .map(state -> rest(file, uploadId, state)));
    }

    private static Plan rest(LocalFile file, String uploadId, UploadState state) {
        List<FileChunk> chunks = FileChunk.of(file.sizeBytes(), state.chunkSizeBytes(), state.chunkCount());
        List<FileChunk> missing = FileChunk.missing(chunks, state.stored());
        long missingBytes = missing.stream().mapToLong(FileChunk::sizeBytes).sum();
        return new Plan(uploadId, missing, file.sizeBytes() - missingBytes, state.isFinalized());
    }

    private void sendAll(LocalFile file, Plan plan, UploadProgress progress) {
        ChunkTransfer transfer = new ChunkTransfer(http, api, plan.uploadId(), schedule, progress);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            var ends = new ExecutorCompletionService<FileChunk>(threads);
            List<Future<FileChunk>> transfers = new ArrayList<>();
            for (FileChunk chunk : plan.missing()) {
                transfers.add(ends.submit(() -> {
                    transfer.store(file.path(), chunk);
                    return chunk;
                }));
            }
            try {
                for (int ended = 0; ended < transfers.size(); ended++) {
                    ends.take().get();
                }
            } finally {
                transfers.forEach(one -> one.cancel(true));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CommandFailed known
                    ? known
                    : new IllegalStateException(failed.getCause());
        }
    }
}
