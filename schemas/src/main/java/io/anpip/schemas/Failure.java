package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Says why something ended without its result. */
@JsonClassDescription("Says why something ended without its result.")
public record Failure(
        @JsonPropertyDescription("How to deal with it") FailureKind kind,

        @JsonPropertyDescription("One sentence a person understands, e.g. 'The file is empty.'")
        String reason) {}
