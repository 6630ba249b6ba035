package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** Chapters to show. */
@JsonClassDescription("Chapters to show.")
public record ChaptersLink(
        @JsonPropertyDescription("Path of the WebVTT file") String vtt,

        @JsonPropertyDescription(
                "'MANUAL', 'CONTAINER' or 'AUTOMATIC'; where there are several, the first of these is shown")
        String origin,

        @JsonPropertyDescription("The chapters in order") List<Chapter> items) {

    public ChaptersLink {
        items = List.copyOf(items);
    }
}
