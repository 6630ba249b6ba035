package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user has set the chapters of a video, or gives up those that were set. It holds for every run over the source. */
@JsonClassDescription(
        "A user has set the chapters of a video, or gives up those that were set. It holds for every run over the source.")
public record ChaptersEdited(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "The run over the video's source that was the latest then; the edit holds for all of them")
        int generation,

        @JsonPropertyDescription("Counts the edits of this video, from 1; the highest one stands")
        int revision,

        @JsonPropertyDescription(
                "The chapters in order, empty when the video shall have none; absent when the user's chapters are given up")
        Optional<List<Chapter>> items,

        @JsonPropertyDescription("WebVTT chapters file; absent when the user's chapters are given up")
        Optional<ObjectRef> vtt,

        @JsonPropertyDescription("The same as JSON; absent when the user's chapters are given up")
        Optional<ObjectRef> json,

        @JsonPropertyDescription("When") Instant editedAt)
        implements UploadEvent {

    public ChaptersEdited {
        items = items.map(List::copyOf);
    }

    @Override
    public String discriminator() {
        return Integer.toString(revision);
    }
}
