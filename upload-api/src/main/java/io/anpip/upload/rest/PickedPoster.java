package io.anpip.upload.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a pick. */
@Schema(description = "The pick is taken down.")
public record PickedPoster(
        @Schema(
                description =
                        "Number of the pick: the video document tells by it, in 'chosenPoster', what has become of it.",
                examples = "1")
        int revision) {}
