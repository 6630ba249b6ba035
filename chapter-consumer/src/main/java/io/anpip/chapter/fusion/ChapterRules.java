package io.anpip.chapter.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many chapters there may be, and how short.
 *
 * @param maxCount most chapters
 * @param shortestSeconds shortest chapter of any video
 * @param longestMinimumSeconds the most that is asked of a chapter's length as a tenth of the video's
 * @param minScore least evidence for a boundary
 */
public record ChapterRules(int maxCount, double shortestSeconds, double longestMinimumSeconds, double minScore) {

    /** The shortest a chapter of a video of this length may be. */
    public double minLengthSeconds(double videoSeconds) {
        double tenth = Math.clamp(videoSeconds / 10, shortestSeconds, longestMinimumSeconds);
        // Where cuts abound, the strongest must not all be in one busy scene: chapters are at least half as long as on
        // average.
        return Math.max(tenth, videoSeconds / (2.0 * maxCount));
    }

    /** Chooses where chapters begin, besides at the start of the video: the strongest first, then in order of time. */
    public List<Boundary> choose(List<Boundary> boundaries, double videoSeconds) {
        double apart = minLengthSeconds(videoSeconds);
        List<Boundary> chosen = new ArrayList<>();
        boundaries.stream()
                .filter(boundary -> boundary.score() >= minScore)
                .filter(boundary -> boundary.atSeconds() >= apart && boundary.atSeconds() <= videoSeconds - apart)
                .sorted(Comparator.comparingDouble((Boundary boundary) -> -boundary.score())
                        .thenComparingDouble(Boundary::atSeconds))
                .forEach(boundary -> {
                    boolean far = chosen.stream()
                            .allMatch(other -> Math.abs(other.atSeconds() - boundary.atSeconds()) >= apart);
                    if (far && chosen.size() < maxCount - 1) {
                        chosen.add(boundary);
                    }
                });
        return chosen.stream()
                .sorted(Comparator.comparingDouble(Boundary::atSeconds))
                .toList();
    }
}
