package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The four stages of the work on a video. */
@JsonClassDescription("The four stages of the work on a video.")
public record Stages(
        @JsonPropertyDescription("Combining and probing") Stage source,
        @JsonPropertyDescription("Encoding and packaging") Stage transcode,

        @JsonPropertyDescription("Posters, storyboard, preview")
        Stage thumbnails,

        @JsonPropertyDescription("Chapters") Stage chapters) {}
