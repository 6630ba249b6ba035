package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoId;
import io.anpip.upload.intake.PromisedDigest;
import io.anpip.upload.intake.Received;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.settings.IntakeConfig;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Takes the bytes of files that are sent through this service, in order, and makes of them the same chunks a client could have put into the
 * store itself. The last byte finalizes the upload.
 *
 * <p>Idempotence: how far an upload has come is read from the store, so any process can go on with it. Two that receive the same upload at
 * once write the same chunks. Ordering: within a process a new request takes over from one that hangs, whose bytes are kept first.
 */
@ApplicationScoped
public class ByteIntake {

    private final UploadRepository uploads;
    private final ChunkStorage storage;
    private final ChunkRecording recording;
    private final Finalization finalization;
    private final IntakeMemory memory;
    private final IntakeConfig config;
    private final ConcurrentMap<VideoId, Reception> receptions = new ConcurrentHashMap<>();

    public ByteIntake(
            UploadRepository uploads,
            ChunkStorage storage,
            ChunkRecording recording,
            Finalization finalization,
            IntakeMemory memory,
            IntakeConfig config) {
        this.uploads = uploads;
        this.storage = storage;
        this.recording = recording;
        this.finalization = finalization;
        this.memory = memory;
        this.config = config;
    }

    /** An upload and how far it has come. */
    public record Standing(Upload upload, Received received) {}

    /** An upload that was just announced: nothing of it can be there. */
    public static Standing atTheBeginning(Upload upload) {
        return new Standing(upload, new Received(upload.plan(), 0, 0));
    }

    /**
     * How far an upload has come; a request that hangs with it is ended, so that what it has brought counts. Fails with
     * {@link Refusal.NoSuchUpload}, and with {@link Refusal.UploadNotOpen} when it was given up.
     */
    public Uni<Standing> standing(VideoId id) {
        return Panache.withSession(() -> uploads.read(id)).chain(upload -> switch (upload.state()) {
            case OPEN ->
                takenOver(id)
                        .chain(() -> storage.received(id, upload.plan()))
                        .map(received -> new Standing(upload, received));
            case FINALIZED -> Uni.createFrom().item(new Standing(upload, Received.all(upload.plan())));
            case ABORTED, DELETED -> Uni.createFrom().failure(new Refusal.UploadNotOpen(upload.state()).asException());
        });
    }

    /**
     * Takes bytes that belong where the upload stands, and answers where it stands then.
     *
     * @param skip bytes at the beginning of the body that are there already
     * @param promised what the body must hash to; if it does not, the upload stands where it stood
     * @param body paused; what is sent
     */
    public Uni<Standing> receive(Standing at, long skip, Optional<PromisedDigest> promised, ReadStream<Buffer> body) {
        Upload upload = at.upload();
        if (at.received().isComplete()) {
            return completed(at);
        }
        return Uni.createFrom()
                .completionStage(() -> begin(upload, at.received(), skip, promised, body))
                .map(received -> new Standing(upload, received))
                .chain(this::completed);
    }

    private CompletionStage<Received> begin(
            Upload upload, Received at, long skip, Optional<PromisedDigest> promised, ReadStream<Buffer> body) {
        Reception reception = new Reception(
                upload, skip, body, promised, storage, memory, recording::note, Vertx.currentContext(), config.idle());
        receptions.put(upload.id(), reception);
        return reception.from(at).whenComplete((received, failure) -> receptions.remove(upload.id(), reception));
    }

    /** Finalizes when everything is there; a file without bytes has one chunk without bytes. */
    public Uni<Standing> completed(Standing at) {
        if (!at.received().isComplete() || at.upload().state() != UploadState.OPEN) {
            return Uni.createFrom().item(at);
        }
        return finalization
                .finish(at.upload().id())
                .call(() -> storage.removeTails(at.upload().id()).onFailure().recoverWithNull())
                .replaceWith(at);
    }

    /** Makes the one chunk of a file without bytes. */
    public Uni<Standing> emptyFile(Upload upload) {
        return storage.put(upload.id(), 1, new byte[0])
                .chain(stored -> completed(new Standing(upload, Received.all(upload.plan()))));
    }

    private Uni<Void> takenOver(VideoId id) {
        Reception other = receptions.get(id);
        return other == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .completionStage(other::stop)
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }
}
