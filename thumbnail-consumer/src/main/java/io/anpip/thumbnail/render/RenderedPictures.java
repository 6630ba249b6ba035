package io.anpip.thumbnail.render;

import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Pictures as files in scratch folders.
 *
 * @param posters the poster in its sizes
 * @param survey what only a file with a picture track has
 */
public record RenderedPictures(Posters posters, Optional<Survey> survey) {

    /** A poster in several sizes, smallest first. */
    public record Posters(Path folder, List<PictureSize> sizes) {
        public Posters {
            sizes = List.copyOf(sizes);
        }
    }

    /** Storyboard sheets and preview, as planned. */
    public record Survey(Path folder, StoryboardPlan storyboard, PreviewFormat preview) {}
}
