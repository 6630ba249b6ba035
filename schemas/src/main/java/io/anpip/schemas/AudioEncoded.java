package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** The rendition of one audio track is stored and named by its marker. */
@JsonClassDescription("The rendition of one audio track is stored and named by its marker.")
public record AudioEncoded(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The task that asked for it")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Which audio rendition, from 0")
        int trackIndex,

        @JsonPropertyDescription("The marker that names its objects")
        ObjectRef marker,

        @JsonPropertyDescription("Loudness of the track") Optional<Loudness> loudness,

        @JsonPropertyDescription("Why the video goes without it, if it does: a sentence for people")
        Optional<String> leftOut)
        implements RenditionEvent {
    /** Without what is optional and came later. */
    public AudioEncoded(
            VideoId videoId, int generation, String taskId, ObjectRef plan, int trackIndex, ObjectRef marker) {
        this(videoId, generation, taskId, plan, trackIndex, marker, Optional.empty(), Optional.empty());
    }

    @Override
    public String discriminator() {
        return taskId;
    }
}
