package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoId;
import io.anpip.upload.intake.PromisedDigest;
import io.anpip.upload.intake.Received;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.Incoming;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
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
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

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
    private final DraftRepository drafts;
    private final UploadAnnouncement announcement;
    private final ChunkStorage storage;
    private final ChunkRecording recording;
    private final Finalization finalization;
    private final IntakeMemory memory;
    private final IntakeConfig config;
    private final Clock clock;
    private final ConcurrentMap<VideoId, Reception> receptions = new ConcurrentHashMap<>();

    public ByteIntake(
            UploadRepository uploads,
            DraftRepository drafts,
            UploadAnnouncement announcement,
            ChunkStorage storage,
            ChunkRecording recording,
            Finalization finalization,
            IntakeMemory memory,
            IntakeConfig config,
            Clock clock) {
        this.uploads = uploads;
        this.drafts = drafts;
        this.announcement = announcement;
        this.storage = storage;
        this.recording = recording;
        this.finalization = finalization;
        this.memory = memory;
        this.config = config;
        this.clock = clock;
    }

    /** What bytes are sent to, and how far it has come. */
    public record Standing(Incoming of, Received received) {

        /** One that was just opened: nothing of it can be there. */
        public static Standing atTheBeginningOf(Incoming incoming) {
            return new Standing(incoming, new Received(incoming.plan(), 0, 0));
        }

        private static Standing atTheEndOf(Incoming incoming) {
            return new Standing(incoming, Received.all(incoming.plan()));
        }
    }

    /**
     * How far an upload or a draft has come; a request that hangs with it is ended, so that what it has brought counts. Fails with
     * {@link Refusal.NoSuchUpload}, and with {@link Refusal.UploadNotOpen} when it was given up.
     */
    public Uni<Standing> standing(VideoId id) {
        return Panache.withSession(() -> uploads.find(id)
                        .chain(upload -> upload.isPresent()
                                ? Uni.createFrom().item(upload.map(Incoming.class::cast))
                                : drafts.find(id).map(draft -> draft.map(Incoming.class::cast)))
                        // A draft that has just become an upload was none when it was looked for, and no draft after
                        // it.
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found.get())
                                : uploads.read(id).map(Incoming.class::cast)))
                .chain(incoming -> switch (incoming) {
                    case Upload upload -> standing(upload);
                    case Draft draft -> standing(draft);
                });
    }

    private Uni<Standing> standing(Upload upload) {
        return switch (upload.state()) {
            case OPEN -> measured(upload);
            case FINALIZED -> Uni.createFrom().item(Standing.atTheEndOf(upload));
            case ABORTED, DELETED -> Uni.createFrom().failure(new Refusal.UploadNotOpen(upload.state()).asException());
        };
    }

    private Uni<Standing> standing(Draft draft) {
        if (draft.kind() == DraftKind.CUT_BY_CLIENT || draft.isOverAt(clock.instant())) {
            return Uni.createFrom().failure(new Refusal.NoSuchUpload().asException());
        }
        return draft.joinedInto().isPresent() ? Uni.createFrom().item(Standing.atTheEndOf(draft)) : measured(draft);
    }

    private Uni<Standing> measured(Incoming incoming) {
        return takenOver(incoming.id())
                .chain(() -> storage.received(incoming.id(), incoming.plan()))
                .map(received -> new Standing(incoming, received));
    }

    /**
     * Takes bytes that belong where the upload stands, and answers where it stands then.
     *
     * @param skip bytes at the beginning of the body that are there already
     * @param promised what the body must hash to; if it does not, the upload stands where it stood
     * @param body paused; what is sent
     */
    public Uni<Standing> receive(Standing at, long skip, Optional<PromisedDigest> promised, ReadStream<Buffer> body) {
        if (at.received().isComplete()) {
            return completed(at);
        }
        return Uni.createFrom()
                .completionStage(() -> begin(at.of(), at.received(), skip, promised, body))
                .map(received -> new Standing(at.of(), received))
                .chain(this::completed);
    }

    private CompletionStage<Received> begin(
            Incoming to, Received at, long skip, Optional<PromisedDigest> promised, ReadStream<Buffer> body) {
        Function<StoredChunk, Uni<Void>> note = switch (to) {
            case Upload upload -> stored -> recording.note(upload, stored);
            // The world does not know of it yet.
            case Draft ignored -> stored -> Uni.createFrom().voidItem();
        };
        Reception reception =
                new Reception(to, skip, body, promised, storage, memory, note, Vertx.currentContext(), config.idle());
        receptions.put(to.id(), reception);
        return reception.from(at).whenComplete((received, failure) -> receptions.remove(to.id(), reception));
    }

    /**
     * Makes a draft an upload, now that the length of the file is known. Fails with {@link Refusal.WrongSize} when more has come already, and
     * with {@link Refusal.FileTooLarge}.
     */
    public Uni<Standing> lengthIsKnown(Draft draft, Received received, long sizeBytes) {
        if (sizeBytes > draft.plan().sizeBytes()) {
            return Uni.createFrom()
                    .failure(new Refusal.FileTooLarge(sizeBytes, draft.plan().sizeBytes()).asException());
        }
        if (sizeBytes < received.offset()) {
            return Uni.createFrom().failure(new Refusal.WrongSize(sizeBytes).asException());
        }
        ChunkPlan plan = draft.plan().ofSize(sizeBytes);
        int next = received.nextChunk();
        boolean endsInTail = received.tailBytes() > 0 && plan.sizeOf(next) == received.tailBytes();
        // What was the beginning of a chunk is all of the last one. As long as this is a draft such a chunk counts for
        // nothing.
        Uni<Received> cut = endsInTail
                ? storage.tail(draft.id(), next)
                        .chain(bytes -> storage.put(draft.id(), next, bytes))
                        .replaceWith(new Received(plan, next, 0))
                : Uni.createFrom().item(new Received(plan, received.wholeChunks(), received.tailBytes()));
        return cut.chain(now -> announcement.becomeUpload(draft, plan).map(upload -> new Standing(upload, now)));
    }

    /** Finalizes when everything of an upload is there; a draft waits for what makes it one. */
    public Uni<Standing> completed(Standing at) {
        boolean isDone = at.of() instanceof Upload upload
                && upload.state() == UploadState.OPEN
                && at.received().isComplete();
        if (!isDone) {
            return Uni.createFrom().item(at);
        }
        return finalization
                .finish(at.of().id())
                .call(() -> storage.removeTails(at.of().id()).onFailure().recoverWithNull())
                .replaceWith(at);
    }

    /** Makes the one chunk of a file without bytes. */
    public Uni<Standing> emptyFile(Incoming incoming) {
        return storage.put(incoming.id(), 1, new byte[0]).chain(stored -> completed(Standing.atTheEndOf(incoming)));
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
