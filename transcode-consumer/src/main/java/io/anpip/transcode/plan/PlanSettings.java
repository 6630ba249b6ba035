package io.anpip.transcode.plan;

import io.anpip.transcode.grid.GridSettings;
import io.anpip.transcode.ladder.LadderSettings;

/**
 * Everything an operator can set about plans.
 *
 * @param ladder which renditions
 * @param grid how long chunks are
 * @param encoder how they are encoded
 * @param sound what else is wanted of sound
 */
public record PlanSettings(LadderSettings ladder, GridSettings grid, EncoderSettings encoder, SoundSettings sound) {

    /** With the standard sound. */
    public PlanSettings(LadderSettings ladder, GridSettings grid, EncoderSettings encoder) {
        this(ladder, grid, encoder, SoundSettings.standard());
    }

    /** The defaults of ladder, grid and encoder. */
    public static PlanSettings standard() {
        return new PlanSettings(LadderSettings.standard(), GridSettings.standard(), EncoderSettings.standard());
    }
}
