package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A whole video or its sound as one file to save. */
@JsonClassDescription("A whole video or its sound as one file to save.")
public record DownloadLink(
        @JsonPropertyDescription("'video' or 'audio'") String kind,

        @JsonPropertyDescription("Path of the file") String url,

        @JsonPropertyDescription("Size in bytes") long sizeBytes,

        @JsonPropertyDescription("Media type, e.g. 'video/mp4'")
        String contentType) {}
