package io.anpip.upload.rest;

import io.anpip.schemas.VideoId;
import io.anpip.upload.session.Upload;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to an announced file: how to cut it, and until when. */
@Schema(description = "How to cut the file. The id is the video's id too.")
public record InitializedUpload(
        @Schema(implementation = String.class) VideoId uploadId,

        @Schema(description = "Size of every chunk but the last, which has the rest.")
        long chunkSizeBytes,

        int chunkCount,
        Instant expiresAt) {

    static InitializedUpload of(Upload upload) {
        return new InitializedUpload(
                upload.id(), upload.plan().chunkSizeBytes(), upload.plan().chunkCount(), upload.expiresAt());
    }
}
