package io.anpip.upload.rest;

import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersLink;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The chapters of a video as players show them. */
public record ShownChapters(
        @Schema(
                description =
                        "Who they are from: the user, the file, or a look at picture and sound. Absent when there are none.",
                enumeration = {"MANUAL", "CONTAINER", "AUTOMATIC"})
        Optional<String> origin,

        @Schema(description = "The same as WebVTT.") Optional<String> vtt,

        List<Chapter> chapters) {

    static ShownChapters of(Optional<ChaptersLink> shown) {
        return new ShownChapters(
                shown.map(ChaptersLink::origin),
                shown.map(ChaptersLink::vtt),
                shown.map(ChaptersLink::items).orElse(List.of()));
    }
}
