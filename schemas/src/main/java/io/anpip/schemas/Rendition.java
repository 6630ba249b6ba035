package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** One rendition as published, with measured bit rates. */
@JsonClassDescription("One rendition as published, with measured bit rates.")
public record Rendition(
        @JsonPropertyDescription("Name, e.g. '720p' or 'audio'")
        String name,

        @JsonPropertyDescription("Width in pixels, 0 for audio")
        int width,

        @JsonPropertyDescription("Height in pixels, 0 for audio")
        int height,

        @JsonPropertyDescription("Measured average, bits per second")
        long averageBitrate,

        @JsonPropertyDescription("Largest bit rate of any segment, bits per second")
        long peakBitrate,

        @JsonPropertyDescription("RFC 6381 codecs string, e.g. 'avc1.640028'")
        String codecs,

        @JsonPropertyDescription("BCP 47 tag of the sound, where the source names a language")
        Optional<String> language,

        @JsonPropertyDescription("Channels of the sound") Optional<Integer> channels) {
    /** Without what is optional and came later. */
    public Rendition(String name, int width, int height, long averageBitrate, long peakBitrate, String codecs) {
        this(name, width, height, averageBitrate, peakBitrate, codecs, Optional.empty(), Optional.empty());
    }
}
