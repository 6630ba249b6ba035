package io.anpip.thumbnail.poster;

import io.anpip.thumbnail.frame.PictureSize;
import java.util.List;

/** The three sizes of a poster: a full one, one of half and one of a quarter of its long side. */
public final class PosterSizes {

    private PosterSizes() {}

    /** Smallest first; the largest is as large as asked for, or as the source where that is smaller. */
    public static List<PictureSize> of(int displayWidth, int displayHeight, int longSide) {
        int full = Math.min(longSide, Math.max(displayWidth, displayHeight));
        return List.of(
                PictureSize.fitted(displayWidth, displayHeight, full / 4),
                PictureSize.fitted(displayWidth, displayHeight, full / 2),
                PictureSize.fitted(displayWidth, displayHeight, full));
    }
}
