package io.anpip.thumbnail.storyboard;

import io.anpip.media.WebVtt;
import io.anpip.thumbnail.frame.PictureSize;
import java.util.stream.IntStream;

/** Writes the WebVTT file of a storyboard: one cue per tile, its text the sheet beside the file and the rectangle on it. */
public final class StoryboardVtt {

    private StoryboardVtt() {}

    /** The file for a plan. */
    public static String of(StoryboardPlan plan) {
        return WebVtt.file(IntStream.range(0, plan.tileCount())
                .mapToObj(tile -> WebVtt.Cue.of(plan.startOf(tile), plan.endOf(tile), place(plan, tile)))
                .toList());
    }

    private static String place(StoryboardPlan plan, int tile) {
        PictureSize size = plan.tile();
        return StoryboardPlan.sheetName(plan.sheetOf(tile)) + "#xywh=" + plan.xOf(tile) + ',' + plan.yOf(tile) + ','
                + size.width() + ',' + size.height();
    }
}
