package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A step of the ladder that was not made, and why. */
@JsonClassDescription("A step of the ladder that was not made, and why.")
public record LeftOutRendition(
        @JsonPropertyDescription("Name, e.g. '1080p'") String name,

        @JsonPropertyDescription("Why, in a sentence for people")
        String reason) {}
