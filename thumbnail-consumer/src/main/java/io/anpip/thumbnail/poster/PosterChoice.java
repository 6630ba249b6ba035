package io.anpip.thumbnail.poster;

import io.anpip.thumbnail.frame.Look;
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
        double sharpest = candidates.stream()
                .mapToDouble(candidate -> candidate.look().sharpness())
                .max()
                .orElse(0);
        // Where even the sharpest frame is soft, as in old recordings, it still has to win over the blurred ones.
        double halfSharp = Math.clamp(sharpest / 2, 1, Look.HALF_SHARP);
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -worth(candidate, halfSharp, videoLength))
                        .thenComparing(Candidate::time))
                .toList();
    }

    /** Whether a picture that was taken is about as good as the candidate promised. */
    public static boolean keepsPromise(double takenScore, Candidate candidate) {
        return takenScore >= 0.6 * candidate.look().score();
    }

    private static double worth(Candidate candidate, double halfSharp, Duration videoLength) {
        double place = videoLength.isZero() ? 0 : (double) candidate.time().toMillis() / videoLength.toMillis();
        return candidate.look().score(halfSharp) * (1 - LATE_DISCOUNT * Math.clamp(place, 0, 1));
    }
}
