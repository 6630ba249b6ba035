package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How the pictures of a track are scanned and what their colours mean, in FFmpeg's words; 'unknown' where the file does not say. */
@JsonClassDescription(
        "How the pictures of a track are scanned and what their colours mean, in FFmpeg's words; 'unknown' where the file does not say.")
public record PictureDetails(
        @JsonPropertyDescription("Profile of the codec, e.g. 'High'")
        String profile,

        @JsonPropertyDescription("'progressive', 'tff' (top field first) or 'bff', as measured in the pictures")
        String scan,

        @JsonPropertyDescription("'tv', 'pc' or 'unknown'") String colorRange,

        @JsonPropertyDescription("Matrix coefficients, e.g. 'bt709'")
        String colorMatrix,

        @JsonPropertyDescription("Primaries, e.g. 'bt2020'") String colorPrimaries) {}
