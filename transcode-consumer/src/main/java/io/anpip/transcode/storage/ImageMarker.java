package io.anpip.transcode.storage;

import io.anpip.schemas.Storyboard;
import io.anpip.transcode.plan.ImageTiles;
import java.util.Optional;

/**
 * The commit of a stream's seek pictures.
 *
 * @param storyboard what they were copied from; empty when the video has none
 */
public record ImageMarker(Optional<Storyboard> storyboard) {

    /** The pictures as they lie in the stream. */
    public Optional<ImageTiles> tiles() {
        return storyboard.map(ImageTiles::of);
    }
}
