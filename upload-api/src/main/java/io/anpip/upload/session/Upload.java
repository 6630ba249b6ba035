package io.anpip.upload.session;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import java.time.Instant;
import java.util.Optional;

/**
 * An upload and what became of it.
 *
 * @param filename cleaned name, for display only
 * @param title what the user called it
 * @param contentType what the client claims; never trusted
 * @param profile encoding profile the user chose, if any
 * @param generation latest run over the source that was asked for
 * @param chunkList the list of chunks, once finalized
 * @param endReason why it was given up, if it was
 */
public record Upload(
        VideoId id,
        String filename,
        Optional<String> title,
        String contentType,
        ChunkPlan plan,
        Optional<String> profile,
        UploadState state,
        int generation,
        Optional<ObjectRef> chunkList,
        Instant createdAt,
        Instant expiresAt,
        Optional<String> endReason)
        implements Incoming {

    /** What people see as the title: theirs, else the file's name. */
    public String shownTitle() {
        return title.orElse(filename);
    }

    /** The part of it that is cached. */
    public UploadSession session() {
        return new UploadSession(id, plan, state, expiresAt);
    }

    /** The same upload with all its chunks there and listed. */
    public Upload finalizedWith(ObjectRef list) {
        return with(UploadState.FINALIZED, generation, Optional.of(list), endReason);
    }

    /** The same upload, given up. */
    public Upload abortedBecause(String reason) {
        return with(UploadState.ABORTED, generation, chunkList, Optional.of(reason));
    }

    /** The same upload in another state. */
    public Upload in(UploadState next) {
        return with(next, generation, chunkList, endReason);
    }

    /** The same upload with a later run over its source asked for, after another profile if one was chosen. */
    public Upload inGeneration(int next, Optional<String> otherProfile) {
        return new Upload(
                id,
                filename,
                title,
                contentType,
                plan,
                otherProfile.or(() -> profile),
                state,
                next,
                chunkList,
                createdAt,
                expiresAt,
                endReason);
    }

    private Upload with(
            UploadState nextState, int nextGeneration, Optional<ObjectRef> nextList, Optional<String> nextReason) {
        return new Upload(
                id,
                filename,
                title,
                contentType,
                plan,
                profile,
                nextState,
                nextGeneration,
                nextList,
                createdAt,
                expiresAt,
                nextReason);
    }
}
