package io.anpip.thumbnail.render;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.Storyboard;
import java.util.List;
import java.util.Optional;

/** Pictures as stored objects. */
public record UploadedPictures(List<Picture> posters, Optional<Storyboard> storyboard, Optional<ObjectRef> preview) {

    public UploadedPictures {
        posters = List.copyOf(posters);
    }
}
