package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A poster to show. */
@JsonClassDescription("A poster to show.")
public record PosterLink(
        @JsonPropertyDescription("Path of the picture") String url,
        @JsonPropertyDescription("Width in pixels") int width,
        @JsonPropertyDescription("Height in pixels") int height) {}
