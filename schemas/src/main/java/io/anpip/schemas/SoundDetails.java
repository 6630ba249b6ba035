package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** What else is known of an audio track. */
@JsonClassDescription("What else is known of an audio track.")
public record SoundDetails(
        @JsonPropertyDescription("Profile of the codec, e.g. 'LC'; empty where it has none")
        String profile,

        @JsonPropertyDescription(
                "FFmpeg's name of the channel layout, e.g. '5.1(side)'; empty where the file does not say")
        String channelLayout,

        @JsonPropertyDescription("Average bit rate, bits per second")
        Optional<Long> bitrateBps,

        @JsonPropertyDescription("Whether the file asks players to begin with it")
        boolean byDefault,

        @JsonPropertyDescription("Whether it describes the picture for people who cannot see it")
        boolean visuallyImpaired) {}
