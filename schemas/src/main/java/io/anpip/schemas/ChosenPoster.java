package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** What has become of the newest wish for a poster that was answered. */
@JsonClassDescription("What has become of the newest wish for a poster that was answered.")
public record ChosenPoster(
        @JsonPropertyDescription("Number of the wish, as the request was answered with")
        int revision,

        @JsonPropertyDescription(
                "The moment the posters show, seconds from the start; absent while they are the automatic ones")
        Optional<Double> timeSeconds,

        @JsonPropertyDescription("Why this wish could not be met; the posters are those of before")
        Optional<Failure> failure) {}
