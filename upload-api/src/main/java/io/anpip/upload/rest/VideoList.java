package io.anpip.upload.rest;

import io.anpip.schemas.VideoDocument;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of videos, newest first. */
public record VideoList(
        List<VideoDocument> items,

        @Schema(description = "Send it back as 'cursor' for the next page; absent on the last one.")
        Optional<String> nextCursor) {}
