package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A stored still picture. */
@JsonClassDescription("A stored still picture.")
public record Picture(
        @JsonPropertyDescription("The picture") ObjectRef object,
        @JsonPropertyDescription("Width in pixels") int width,
        @JsonPropertyDescription("Height in pixels") int height) {}
