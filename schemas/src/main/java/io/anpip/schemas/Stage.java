package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** One stage of the work on a video. */
@JsonClassDescription("One stage of the work on a video.")
public record Stage(
        @JsonPropertyDescription("Where it stands") StageStatus status,
        @JsonPropertyDescription("Percent done, 0 to 100") int progress,
        @JsonPropertyDescription("Why it failed, if it did") Optional<Failure> failure) {}
