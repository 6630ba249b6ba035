package io.anpip.upload.video;

import io.anpip.schemas.VideoDocument;
import java.util.List;
import java.util.Optional;

/**
 * Some videos, newest first.
 *
 * @param items may be fewer than asked for even when more follow
 * @param next where to go on, if more may follow
 */
public record VideoPage(List<VideoDocument> items, Optional<VideoCursor> next) {

    public VideoPage {
        items = List.copyOf(items);
    }
}
