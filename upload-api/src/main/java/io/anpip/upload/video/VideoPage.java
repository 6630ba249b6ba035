package io.anpip.upload.video;

import io.anpip.schemas.VideoDocument;
import java.util.List;
import java.util.Optional;

/**
 * Some videos, newest first.
 *
 * @param items as many as were asked for, while there are so many
 * @param next where to go on, if more follow
 */
public record VideoPage(List<VideoDocument> items, Optional<VideoCursor> next) {

    public VideoPage {
        items = List.copyOf(items);
    }
}
