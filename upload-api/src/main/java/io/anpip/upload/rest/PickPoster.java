package io.anpip.upload.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that picks a poster. */
@Schema(description = "The frame that is to be the poster.")
public record PickPoster(
        @NotNull(message = "'timeSeconds' is missing: the moment the poster shows, in seconds from the start.")
        @Schema(description = "The moment the poster shows, in seconds from the start.", examples = "12.3")
        @Nullable
        Double timeSeconds) {}
