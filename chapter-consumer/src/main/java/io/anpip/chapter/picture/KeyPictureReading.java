package io.anpip.chapter.picture;

import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * What the key pictures of a video alone tell: which cuts are sure, and where the pictures between them have to be looked at.
 *
 * <p>Encoders put a key picture at the cut they see, out of their turn. Such a one is recognized by the distance from the one before it,
 * which is neither the largest of the video nor the same as any other, and by another scene on it. Where key pictures come at their turn,
 * a change from one to the next says only that something happened between them.
 *
 * @param cuts cuts at key pictures that were put there for them
 * @param unclear stretches to look into, in order, apart from each other
 */
public record KeyPictureReading(List<Cut> cuts, List<Interval> unclear) {

    /** Distances closer than this are the same; frames of a variable rate come a little early or late. */
    private static final double SAME_DISTANCE_SECONDS = 0.06;

    private static final double OTHER_SCENE = 6;
    private static final double SAME_STRUCTURE = 0.7;

    /** Below this difference in percent of the range nothing happened between two key pictures close to each other. */
    private static final double CHANGED = 2.5;

    /** In a longer time a scene may have come and gone, unless the pictures are the same but for coding noise. */
    private static final double LONG_SECONDS = 5;

    private static final double CHANGED_IN_LONG = 1;

    /** To see that a change lasts, some pictures after it are needed; and one that ends at the key picture needs them too. */
    private static final double BEYOND_SECONDS = 1.5;

    /** As many key pictures out of their turn show that the encoder puts them at cuts, so that one that isn't there is no cut either. */
    private static final int ENOUGH_PLACED = 2;

    public KeyPictureReading {
        cuts = List.copyOf(cuts);
        unclear = List.copyOf(unclear);
    }

    /** Reads the key pictures of a video of this length. */
    public static KeyPictureReading of(KeyPictures keys, double videoSeconds) {
        List<Double> distances = distances(keys);
        List<Cut> cuts = new ArrayList<>();
        List<Interval> unclear = new ArrayList<>();
        for (int next = 1; next < keys.count(); next++) {
            double from = keys.times().get(next - 1);
            double to = keys.times().get(next);
            double difference = keys.pictures().difference(next - 1, next);
            boolean otherScene =
                    difference >= OTHER_SCENE && keys.pictures().resemblance(next - 1, next) <= SAME_STRUCTURE;
            if (otherScene && isOutOfTurn(next - 1, distances)) {
                cuts.add(new Cut(to, ChangeStrength.of(difference)));
            } else if (difference >= (to - from > LONG_SECONDS ? CHANGED_IN_LONG : CHANGED)) {
                unclear.add(new Interval(from, Math.min(to + BEYOND_SECONDS, videoSeconds)));
            }
        }
        double last = keys.count() == 0 ? 0 : keys.times().get(keys.count() - 1);
        if (cuts.size() < ENOUGH_PLACED && last < videoSeconds) {
            unclear.add(new Interval(last, videoSeconds));
        }
        return new KeyPictureReading(
                cuts,
                joined(unclear.stream()
                        .filter(stretch -> stretch.lengthSeconds() > 0)
                        .toList()));
    }

    /** Seconds there are to look into. */
    public double unclearSeconds() {
        return unclear.stream().mapToDouble(Interval::lengthSeconds).sum();
    }

    private static List<Double> distances(KeyPictures keys) {
        List<Double> distances = new ArrayList<>();
        for (int next = 1; next < keys.count(); next++) {
            distances.add(keys.times().get(next) - keys.times().get(next - 1));
        }
        return distances;
    }

    private static boolean isOutOfTurn(int index, List<Double> distances) {
        double distance = distances.get(index);
        double largest =
                distances.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        long alike = distances.stream()
                .filter(other -> Math.abs(other - distance) < SAME_DISTANCE_SECONDS)
                .count();
        return alike == 1 && largest - distance >= SAME_DISTANCE_SECONDS;
    }

    private static List<Interval> joined(List<Interval> stretches) {
        List<Interval> joined = new ArrayList<>();
        for (Interval stretch : stretches) {
            if (!joined.isEmpty() && joined.getLast().endSeconds() >= stretch.startSeconds()) {
                double start = joined.removeLast().startSeconds();
                joined.add(new Interval(start, stretch.endSeconds()));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }
}
