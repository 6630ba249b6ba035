package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A whole video or its sound as one file to save. */
@JsonClassDescription("A whole video or its sound as one file to save.")
public record DownloadLink(
        @JsonPropertyDescription("'video' or 'audio'") String kind,

        @JsonPropertyDescription("Path of the file") String url,

        @JsonPropertyDescription("Size in bytes") long sizeBytes,

        @JsonPropertyDescription("Media type, e.g. 'video/mp4'")
        String contentType) {

    /**
     * The link to a file.
     *
     * @param path where it is served
     * @param name what it should be called when it is saved; whoever delivers it makes a safe one of that
     */
    public static DownloadLink to(Download file, String path, String name) {
        return new DownloadLink(
                file.kind(),
                path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                file.object().sizeBytes(),
                file.contentType());
    }
}
