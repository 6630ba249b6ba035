package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A whole video or its sound as one file. */
@JsonClassDescription("A whole video or its sound as one file.")
public record Download(
        @JsonPropertyDescription("'video' or 'audio'") String kind,

        @JsonPropertyDescription("The file") ObjectRef object,

        @JsonPropertyDescription("Its media type, e.g. 'video/mp4'")
        String contentType) {}
