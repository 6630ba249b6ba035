package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A named part of a video. */
@JsonClassDescription("A named part of a video.")
public record Chapter(
        @JsonPropertyDescription("Start, seconds") double startSeconds,
        @JsonPropertyDescription("End, seconds") double endSeconds,
        @JsonPropertyDescription("Title for people") String title) {}
