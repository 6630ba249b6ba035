package io.anpip.upload.rest;

import io.anpip.schemas.VideoId;
import io.anpip.upload.lifecycle.UploadView;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.session.WrongSizedChunk;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an upload has come: what a client needs to resume. */
public record UploadStatus(
        @Schema(implementation = String.class) VideoId uploadId,
        UploadState state,
        String filename,
        long sizeBytes,
        long chunkSizeBytes,
        int chunkCount,
        Instant createdAt,
        Instant expiresAt,

        @Schema(description = "Chunks the store has with the right size; they need not be put again.")
        List<Chunk> chunks,

        @Schema(description = "Chunks the store has with another size; they must be put again.")
        List<WrongSizedChunk> wrongSized) {

    /** A stored chunk. */
    public record Chunk(int number, long sizeBytes) {}

    static UploadStatus of(UploadView view) {
        Upload upload = view.upload();
        return new UploadStatus(
                upload.id(),
                upload.state(),
                upload.filename(),
                upload.plan().sizeBytes(),
                upload.plan().chunkSizeBytes(),
                upload.plan().chunkCount(),
                upload.createdAt(),
                upload.expiresAt(),
                view.inventory().right().stream()
                        .map(chunk -> new Chunk(chunk.number(), chunk.sizeBytes()))
                        .toList(),
                view.inventory().wrongSized());
    }
}
