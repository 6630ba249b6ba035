package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** One step of a ladder. */
@JsonClassDescription("One step of a ladder.")
public record PlannedRendition(
        @JsonPropertyDescription("Name, e.g. '720p'") String name,
        @JsonPropertyDescription("Width in pixels") int width,
        @JsonPropertyDescription("Height in pixels") int height,

        @JsonPropertyDescription("Cap of the bit rate, bits per second")
        int maxBitrateBps) {}
