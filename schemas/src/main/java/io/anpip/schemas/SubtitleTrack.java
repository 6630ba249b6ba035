package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** A text subtitle track of a source. */
@JsonClassDescription("A text subtitle track of a source.")
public record SubtitleTrack(
        @JsonPropertyDescription("Index of the stream in the file")
        int streamIndex,

        @JsonPropertyDescription("FFmpeg's name of the codec, e.g. 'subrip'")
        String codec,

        @JsonPropertyDescription("ISO 639-2 code from the file, e.g. 'eng'")
        Optional<String> language,

        @JsonPropertyDescription("Name of the track from the file")
        Optional<String> title,

        @JsonPropertyDescription("Whether the file asks players to show it by default")
        boolean byDefault,

        @JsonPropertyDescription("Whether it translates only what a viewer of the main language would not understand")
        boolean forced,

        @JsonPropertyDescription("Whether it describes sounds for people who cannot hear them")
        boolean hearingImpaired) {}
