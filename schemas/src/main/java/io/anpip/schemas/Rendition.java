package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

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
        String codecs) {}
