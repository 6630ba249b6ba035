package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** One step of a ladder. */
@JsonClassDescription("One step of a ladder.")
public record PlannedRendition(
        @JsonPropertyDescription("Name, e.g. '720p'") String name,
        @JsonPropertyDescription("Width in pixels") int width,
        @JsonPropertyDescription("Height in pixels") int height,

        @JsonPropertyDescription("Cap of the bit rate, bits per second")
        int maxBitrateBps,

        @JsonPropertyDescription("FFmpeg's name of the codec, e.g. 'h264'")
        Optional<String> codec,

        @JsonPropertyDescription("Whether the source's own pictures are taken over as they are")
        Optional<Boolean> copied) {
    /** Without what is optional and came later. */
    public PlannedRendition(String name, int width, int height, int maxBitrateBps) {
        this(name, width, height, maxBitrateBps, Optional.empty(), Optional.empty());
    }
}
