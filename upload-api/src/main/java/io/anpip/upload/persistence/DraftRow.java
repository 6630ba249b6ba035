package io.anpip.upload.persistence;

import io.anpip.schemas.VideoId;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.TusWords;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code uploads.draft}. Beyond this package drafts are {@link Draft} values. */
@Entity
@Table(name = "draft", schema = "uploads")
@SuppressWarnings("NullAway.Init")
public class DraftRow {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    DraftKind kind;

    String owner;
    String filename;

    @Nullable
    String title;

    String contentType;

    @Nullable
    String profile;

    @Nullable
    String tusMetadata;

    long sizeBytes;
    long chunkSizeBytes;
    int chunkCount;
    Instant createdAt;
    Instant expiresAt;

    @Nullable
    UUID joinedInto;

    static DraftRow of(Draft draft) {
        DraftRow row = new DraftRow();
        row.id = draft.id().value();
        row.kind = draft.kind();
        row.owner = draft.file().owner();
        row.filename = draft.file().filename();
        row.title = draft.file().title().orElse(null);
        row.contentType = draft.file().contentType();
        row.profile = draft.file().profile().orElse(null);
        row.tusMetadata = draft.file().tus().metadata().orElse(null);
        row.sizeBytes = draft.plan().sizeBytes();
        row.chunkSizeBytes = draft.plan().chunkSizeBytes();
        row.chunkCount = draft.plan().chunkCount();
        row.createdAt = draft.createdAt();
        row.expiresAt = draft.expiresAt();
        row.joinedInto = draft.joinedInto().map(VideoId::value).orElse(null);
        return row;
    }

    Draft toDraft() {
        return new Draft(
                new VideoId(id),
                kind,
                new FileDescription(
                        filename,
                        contentType,
                        Optional.ofNullable(title),
                        Optional.ofNullable(profile),
                        new TusWords(Optional.ofNullable(tusMetadata), Optional.empty()),
                        owner),
                new ChunkPlan(sizeBytes, chunkSizeBytes, chunkCount),
                createdAt,
                expiresAt,
                Optional.ofNullable(joinedInto).map(VideoId::new));
    }
}
