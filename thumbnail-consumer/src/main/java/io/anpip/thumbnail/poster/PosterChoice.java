package io.anpip.thumbnail.poster;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Puts candidates in the order in which they are worth a try. */
public final class PosterChoice {

    /** What a frame at the very end loses against one at the start. */
    private static final double LATE_DISCOUNT = 0.2;

    private PosterChoice() {}

    /** The best first; of equal ones the earlier. */
    public static List<Candidate> ranked(List<Candidate> candidates, Duration videoLength) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -worth(candidate, videoLength))
                        .thenComparing(Candidate::time))
                .toList();
    }

    /** Whether a picture that was taken is about as good as the candidate promised. */
    public static boolean keepsPromise(double takenScore, Candidate candidate) {
        return takenScore >= 0.6 * candidate.look().score();
    }

    private static double worth(Candidate candidate, Duration videoLength) {
        double place = videoLength.isZero() ? 0 : (double) candidate.time().toMillis() / videoLength.toMillis();
        return candidate.look().score() * (1 - LATE_DISCOUNT * Math.clamp(place, 0, 1));
    }
}
