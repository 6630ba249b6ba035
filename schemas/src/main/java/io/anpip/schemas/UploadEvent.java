package io.anpip.schemas;

/** What happens to an upload and, after it, to the video as a whole at its user's wish. */
public sealed interface UploadEvent extends VideoEvent
        permits UploadInitialized,
                ChunkStored,
                UploadFinalized,
                UploadAborted,
                ProcessingGivenUp,
                ReprocessRequested,
                ChaptersEdited,
                PosterRequested,
                VideoDeleted {}
