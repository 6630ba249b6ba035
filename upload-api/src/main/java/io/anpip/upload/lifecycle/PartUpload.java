package io.anpip.upload.lifecycle;

import io.anpip.objectstore.PresignedPut;
import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkRules;
import io.anpip.upload.session.ClientParts;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Uploads of clients that cut the file themselves: each part is an object, and what the client names at the end makes the file. */
@ApplicationScoped
public class PartUpload {

    private final DraftRepository drafts;
    private final UploadRepository uploads;
    private final ChunkStorage storage;
    private final UploadAnnouncement announcement;
    private final Finalization finalization;
    private final Withdrawal withdrawal;
    private final Clock clock;

    public PartUpload(
            DraftRepository drafts,
            UploadRepository uploads,
            ChunkStorage storage,
            UploadAnnouncement announcement,
            Finalization finalization,
            Withdrawal withdrawal,
            Clock clock) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.storage = storage;
        this.announcement = announcement;
        this.finalization = finalization;
        this.withdrawal = withdrawal;
        this.clock = clock;
    }

    /** URLs to put parts, by their number. A length is not signed: nobody says it beforehand. It is looked at in the end. */
    public Uni<Map<Integer, PresignedPut>> sign(VideoId id, List<Integer> numbers) {
        return open(id).map(draft ->
                numbers.stream().distinct().collect(Collectors.toMap(number -> number, number -> signed(id, number))));
    }

    private PresignedPut signed(VideoId id, int number) {
        if (number < 1 || number > ChunkRules.MAX_COUNT) {
            throw new Refusal.NoSuchChunk(Integer.toString(number), ChunkRules.MAX_COUNT).asException();
        }
        return storage.presignPart(id, number);
    }

    /** The parts that are there, by their number. */
    public Uni<List<StoredChunk>> parts(VideoId id) {
        return open(id).chain(draft -> storage.list(id))
                .map(parts -> parts.stream()
                        .sorted(Comparator.comparingInt(StoredChunk::number))
                        .toList());
    }

    /** Makes these parts the file, and finalizes it; again it does no harm. */
    public Uni<Void> complete(VideoId id, ClientParts parts) {
        return Panache.withSession(() -> drafts.find(id))
                .chain(draft -> draft.map(open -> storage.list(id)
                                .chain(stored -> announcement.becomeUpload(checked(open), parts.planOf(stored)))
                                .replaceWithVoid())
                        .orElseGet(() ->
                                Panache.withSession(() -> uploads.read(id)).replaceWithVoid()))
                .chain(() -> finalization.finish(id));
    }

    /** Gives the upload up; one that is given up already stays so. */
    public Uni<Void> giveUp(VideoId id) {
        return open(id).chain(withdrawal::giveUp);
    }

    private Uni<Draft> open(VideoId id) {
        return Panache.withSession(() -> drafts.find(id))
                .map(found -> checked(found.orElseThrow(() -> new Refusal.NoSuchUpload().asException())));
    }

    private Draft checked(Draft draft) {
        if (draft.kind() != DraftKind.CUT_BY_CLIENT || draft.isOverAt(clock.instant())) {
            throw new Refusal.NoSuchUpload().asException();
        }
        return draft;
    }
}
