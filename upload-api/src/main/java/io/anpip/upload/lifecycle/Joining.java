package io.anpip.upload.lifecycle;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.upload.intake.Seams;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkInventory;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.ChunkRules;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one upload of several drafts. Their chunks stay where they are and are the upload's from then on; only where one ends in a piece that
 * is too small to be joined is it written anew together with what comes after it.
 *
 * <p>Idempotence: drafts that were joined already answer the upload they have become.
 */
@ApplicationScoped
public class Joining {

    private final DraftRepository drafts;
    private final UploadRepository uploads;
    private final ChunkStorage storage;
    private final UploadAnnouncement announcement;
    private final Finalization finalization;
    private final IntakeMemory memory;
    private final Clock clock;

    public Joining(
            DraftRepository drafts,
            UploadRepository uploads,
            ChunkStorage storage,
            UploadAnnouncement announcement,
            Finalization finalization,
            IntakeMemory memory,
            Clock clock) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.storage = storage;
        this.announcement = announcement;
        this.finalization = finalization;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Joins drafts of this owner in this order and finalizes the upload. Fails with {@link Refusal.NoSuchUpload},
     * {@link Refusal.UploadIncomplete}, or {@link Refusal.UploadNotOpen} when one of them was joined into something else.
     */
    public Uni<Upload> join(List<VideoId> ids, FileDescription file) {
        return found(ids, file.owner()).chain(parts -> {
            Set<Optional<VideoId>> into = parts.stream().map(Draft::joinedInto).collect(Collectors.toSet());
            if (into.equals(Set.of(Optional.<VideoId>empty()))) {
                return pieces(parts).chain(pieces -> joined(ids, file, pieces));
            }
            Optional<VideoId> one = into.iterator().next();
            return into.size() == 1 && one.isPresent()
                    ? Panache.withSession(() -> uploads.read(one.get()))
                    : Uni.createFrom().failure(new Refusal.UploadNotOpen(UploadState.FINALIZED).asException());
        });
    }

    private Uni<List<Draft>> found(List<VideoId> ids, String owner) {
        boolean isOneTwice = new HashSet<>(ids).size() != ids.size();
        if (ids.isEmpty() || isOneTwice) {
            return Uni.createFrom()
                    .failure(
                            new Refusal.MalformedBody("joined from uploads each of which is named once").asException());
        }
        return Panache.withSession(() -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> drafts.find(id)
                        .map(draft -> draft.filter(found -> found.kind() == DraftKind.TO_BE_JOINED
                                        && found.file().owner().equals(owner)
                                        && !found.isOverAt(clock.instant()))
                                .orElseThrow(() -> new Refusal.NoSuchUpload().asException())))
                .collect()
                .asList());
    }

    private Uni<List<ObjectRef>> pieces(List<Draft> parts) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(this::chunks)
                .onItem()
                .<ObjectRef>disjoint()
                .filter(piece -> piece.sizeBytes() > 0)
                .collect()
                .asList();
    }

    private Uni<List<ObjectRef>> chunks(Draft part) {
        return storage.list(part.id()).map(stored -> {
            ChunkInventory inventory = ChunkInventory.of(part.plan(), stored);
            if (!inventory.isComplete()) {
                throw new Refusal.UploadIncomplete(inventory.missing(), inventory.wrongSized()).asException();
            }
            return storage.objects(part.id(), inventory.right());
        });
    }

    private Uni<Upload> joined(List<VideoId> ids, FileDescription file, List<ObjectRef> pieces) {
        long size = pieces.stream().mapToLong(ObjectRef::sizeBytes).sum();
        List<List<Integer>> groups =
                Seams.of(pieces.stream().map(ObjectRef::sizeBytes).toList());
        if (groups.size() > ChunkRules.MAX_COUNT) {
            return Uni.createFrom()
                    .failure(new Refusal.FileTooLarge(size, ChunkRules.MAX_COUNT * ChunkRules.MIN_BYTES).asException());
        }
        // The list says what it is made of; for its own plan it is one chunk, which nobody is going to put.
        ChunkPlan whole = new ChunkPlan(size, Math.max(1, size), 1);
        return announcement
                .open(new Announced(file, size), whole)
                .chain(upload -> Multi.createFrom()
                        .range(0, groups.size())
                        .onItem()
                        .transformToUniAndConcatenate(number -> one(
                                upload.id(),
                                number + 1,
                                groups.get(number).stream().map(pieces::get).toList()))
                        .collect()
                        .asList()
                        .chain(all -> finalization.finishJoined(upload.id(), all, ids)));
    }

    private Uni<ObjectRef> one(VideoId id, int number, List<ObjectRef> group) {
        if (group.size() == 1) {
            return Uni.createFrom().item(group.getFirst());
        }
        int size =
                Math.toIntExact(group.stream().mapToLong(ObjectRef::sizeBytes).sum());
        return memory.take(size)
                .chain(() -> storage.read(group)
                        .chain(bytes -> storage.put(id, number, bytes))
                        .map(stored -> storage.objects(id, List.of(stored)).getFirst())
                        .onTermination()
                        .invoke(() -> memory.giveBack(size)));
    }
}
