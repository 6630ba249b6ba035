package io.anpip.chapter.document;

import io.anpip.media.WebVtt;
import java.time.Duration;

/** Writes chapters as WebVTT of kind {@code chapters}. */
public final class ChaptersVtt {

    private ChaptersVtt() {}

    /** The file; only a header when there are no chapters. */
    public static String of(ChapterList list) {
        return WebVtt.file(list.chapters().stream()
                .map(entry -> WebVtt.Cue.of(time(entry.startSeconds()), time(entry.endSeconds()), entry.title()))
                .toList());
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
