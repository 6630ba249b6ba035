package io.anpip.upload.persistence;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.upload.session.ChunkKey;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.TusWords;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code uploads.upload}. Beyond this package uploads are {@link Upload} values. */
@Entity
@Table(name = "upload", schema = "uploads")
@SuppressWarnings("NullAway.Init")
public class UploadRow {

    @Id
    UUID id;

    String owner;

    String filename;

    @Nullable
    String title;

    @Nullable
    String tusMetadata;

    @Nullable
    String tusConcat;

    String contentType;
    long sizeBytes;
    long chunkSizeBytes;
    int chunkCount;

    @Nullable
    String profile;

    @Enumerated(EnumType.STRING)
    UploadState state;

    int generation;

    @Nullable
    Long chunkListSize;

    @Nullable
    String chunkListEtag;

    Instant createdAt;
    Instant expiresAt;

    @Nullable
    String endReason;

    @Nullable
    Instant sweepAfter;

    int chaptersRevision;
    int posterRevision;

    static UploadRow of(Upload upload, String owner, TusWords tus) {
        UploadRow row = new UploadRow();
        row.owner = owner;
        row.tusMetadata = tus.metadata().orElse(null);
        row.tusConcat = tus.concat().orElse(null);
        row.id = upload.id().value();
        row.filename = upload.filename();
        row.title = upload.title().orElse(null);
        row.contentType = upload.contentType();
        row.sizeBytes = upload.plan().sizeBytes();
        row.chunkSizeBytes = upload.plan().chunkSizeBytes();
        row.chunkCount = upload.plan().chunkCount();
        row.createdAt = upload.createdAt();
        row.expiresAt = upload.expiresAt();
        row.take(upload);
        return row;
    }

    /** Takes over what can change of an upload. */
    void take(Upload upload) {
        profile = upload.profile().orElse(null);
        state = upload.state();
        generation = upload.generation();
        chunkListSize = upload.chunkList().map(ObjectRef::sizeBytes).orElse(null);
        chunkListEtag = upload.chunkList().map(ObjectRef::etag).orElse(null);
        endReason = upload.endReason().orElse(null);
    }

    Upload toUpload(String bucket) {
        VideoId videoId = new VideoId(id);
        return new Upload(
                videoId,
                filename,
                Optional.ofNullable(title),
                contentType,
                new ChunkPlan(sizeBytes, chunkSizeBytes, chunkCount),
                Optional.ofNullable(profile),
                state,
                generation,
                chunkList(videoId, bucket),
                createdAt,
                expiresAt,
                Optional.ofNullable(endReason));
    }

    private Optional<ObjectRef> chunkList(VideoId videoId, String bucket) {
        return chunkListSize == null || chunkListEtag == null
                ? Optional.empty()
                : Optional.of(new ObjectRef(bucket, ChunkKey.listOf(videoId), chunkListSize, chunkListEtag));
    }
}
