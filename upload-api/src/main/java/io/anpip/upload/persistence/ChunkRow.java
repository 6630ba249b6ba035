package io.anpip.upload.persistence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code uploads.chunk}: a chunk that was found in the store. */
@Entity
@Table(name = "chunk", schema = "uploads")
@SuppressWarnings("NullAway.Init")
public class ChunkRow {

    @EmbeddedId
    Key key;

    long sizeBytes;
    String etag;

    /** Which chunk of which upload. */
    @Embeddable
    public record Key(UUID uploadId, int number) {}
}
