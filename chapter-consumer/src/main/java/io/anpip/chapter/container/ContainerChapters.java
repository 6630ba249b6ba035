package io.anpip.chapter.container;

import io.anpip.schemas.Chapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the chapters of a container in order; a pure function. */
public final class ContainerChapters {

    private static final double CLOSEST_SECONDS = 0.5;
    private static final double START_SECONDS = 1;
    private static final int LONGEST_TITLE = 200;

    private ContainerChapters() {}

    /** The chapters without gaps between them and to the end; empty when there are not two of them that make sense. */
    public static List<Chapter> sensible(List<Chapter> marks, double videoSeconds, int maxCount) {
        List<Chapter> starts = new ArrayList<>();
        marks.stream()
                .filter(mark -> mark.startSeconds() >= 0 && mark.startSeconds() <= videoSeconds - CLOSEST_SECONDS)
                .sorted(Comparator.comparingDouble(Chapter::startSeconds))
                .forEach(mark -> {
                    boolean far = starts.isEmpty()
                            || mark.startSeconds() - starts.getLast().startSeconds() >= CLOSEST_SECONDS;
                    if (far && starts.size() < maxCount) {
                        starts.add(mark);
                    }
                });
        return starts.size() < 2 ? List.of() : joined(starts, videoSeconds);
    }

    private static List<Chapter> joined(List<Chapter> starts, double videoSeconds) {
        List<Chapter> chapters = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            double start = starts.get(index).startSeconds();
            // A first mark just after the start means the start.
            double from = index == 0 && start < START_SECONDS ? 0 : start;
            double to = index + 1 < starts.size() ? starts.get(index + 1).startSeconds() : videoSeconds;
            chapters.add(new Chapter(from, to, title(starts.get(index).title(), index + 1)));
        }
        return List.copyOf(chapters);
    }

    private static String title(String raw, int number) {
        String clean =
                raw.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+", " ").strip();
        if (clean.isEmpty()) {
            return "Chapter " + number;
        }
        return clean.codePointCount(0, clean.length()) <= LONGEST_TITLE
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_TITLE));
    }
}
