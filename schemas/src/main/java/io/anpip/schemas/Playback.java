package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** Where to play a video. Paths are relative to the address of the API or CDN. */
@JsonClassDescription("Where to play a video. Paths are relative to the address of the API or CDN.")
public record Playback(
        @JsonPropertyDescription("HLS multivariant playlist")
        String hls,

        @JsonPropertyDescription("DASH manifest; there once the video is READY")
        Optional<String> dash) {}
