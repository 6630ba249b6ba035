package io.anpip.transcode.plan;

import io.anpip.transcode.grid.GridSettings;
import io.anpip.transcode.ladder.LadderSettings;

/**
 * Everything an operator can set about plans.
 *
 * @param ladder which renditions
 * @param grid how long chunks are
 * @param encoder how they are encoded
 * @param passThrough whether tracks of the source that conform are taken over as they are
 * @param downloads which files to save a video gets
 */
public record PlanSettings(
        LadderSettings ladder,
        GridSettings grid,
        EncoderSettings encoder,
        boolean passThrough,
        DownloadSettings downloads) {

    /** With pass-through, without files to save. */
    public PlanSettings(LadderSettings ladder, GridSettings grid, EncoderSettings encoder) {
        this(ladder, grid, encoder, true, DownloadSettings.none());
    }

    /** The defaults of ladder, grid and encoder. */
    public static PlanSettings standard() {
        return new PlanSettings(LadderSettings.standard(), GridSettings.standard(), EncoderSettings.standard());
    }
}
