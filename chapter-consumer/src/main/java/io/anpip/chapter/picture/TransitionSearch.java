package io.anpip.chapter.picture;

import io.anpip.chapter.signal.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds where one shot gives way to another, at once or by a dissolve or wipe.
 *
 * <p>Two pictures, some way before and after a moment, are compared. Their difference tells of a transition if
 * <ul>
 *   <li>it is large against what pictures as far apart differ by on either side: a pan, a shake, a busy scene change all the time;
 *   <li>it is still there half a second later: after a flash the scene is back;
 *   <li>the way from one to the other leads straight through the picture between them: it does in a dissolve, a wipe and a cut, and does
 *       not where things move;
 *   <li>the two share no structure: where the exposure changes or a line is added to a slide they do.
 * </ul>
 * The shortest way that finds a transition says when it is.
 */
public final class TransitionSearch {

    /** Pictures from the moment to either side; the longest reaches over a dissolve of two seconds at ten pictures a second. */
    private static final int[] REACHES = {1, 2, 4, 7, 11};

    private static final double LONGEST_SECONDS = 2.2;
    private static final double NEIGHBOURHOOD_SECONDS = 2;
    private static final double STILL_THERE_SECONDS = 0.6;
    private static final int FEWEST_NEIGHBOURS = 3;

    /** Differences a neighbourhood has now and then, such as at a cut of its own, do not count. */
    private static final double USUAL = 0.9;

    /** Difference, in percent of the range, from which there can be a cut, and a transition that takes longer. */
    private static final double LEAST_CUT = 2.5;

    private static final double LEAST_DISSOLVE = 6;

    /** Coding noise of a picture that stands still, in percent of the range. */
    private static final double NOISE = 1;

    private static final double AGAINST_NEIGHBOURS = 1;
    private static final double AGAINST_NEIGHBOURS_LATER = 0.5;
    private static final double STRAIGHT = 1.3;
    private static final double SAME_SCENE = 0.7;

    private final PictureTrail trail;
    private final Pictures pictures;
    private final int neighbourhood;
    private final int later;

    private TransitionSearch(PictureTrail trail) {
        this.trail = trail;
        this.pictures = trail.pictures();
        this.neighbourhood = Math.max(4, (int) Math.round(NEIGHBOURHOOD_SECONDS * trail.rate()));
        this.later = Math.max(2, (int) Math.round(STILL_THERE_SECONDS * trail.rate()));
    }

    private record Found(int picture, int reach, double score) {}

    /** The transitions of a stretch, in order of time; a cut is at the first picture after it, a dissolve at its middle. */
    public static List<Cut> cuts(PictureTrail trail) {
        return new TransitionSearch(trail)
                .search().stream()
                        .map(found -> new Cut(trail.timeOf(found.picture), found.score))
                        .sorted(Comparator.comparingDouble(Cut::atSeconds))
                        .toList();
    }

    private List<Found> search() {
        List<Found> taken = new ArrayList<>();
        for (int reach : REACHES) {
            if (reach == 1 || (2 * reach - 1) / trail.rate() <= LONGEST_SECONDS) {
                within(reach).stream()
                        .sorted(Comparator.comparingDouble((Found found) -> -found.score)
                                .thenComparingInt(Found::picture))
                        .forEach(found -> {
                            if (taken.stream().noneMatch(other -> isSame(other, found))) {
                                taken.add(found);
                            }
                        });
            }
        }
        return taken;
    }

    private static boolean isSame(Found known, Found found) {
        int apart = Math.abs(known.picture - found.picture);
        return known.reach < found.reach ? apart <= found.reach + 2 : apart < found.reach + 5;
    }

    private List<Found> within(int reach) {
        int span = 2 * reach - 1;
        if (pictures.count() <= span + later + 1) {
            return List.of();
        }
        double[] differences = differences(span);
        double[] laterDifferences = differences(span + later);
        List<Found> found = new ArrayList<>();
        for (int before = 0; before < differences.length; before++) {
            int moment = before + reach;
            score(before, span, differences, laterDifferences)
                    .ifPresent(score -> found.add(new Found(moment, reach, score)));
        }
        return found;
    }

    private Optional<Double> score(int before, int span, double[] differences, double[] laterDifferences) {
        double difference = differences[before];
        if (difference < (span <= 3 ? LEAST_CUT : LEAST_DISSOLVE)) {
            return Optional.empty();
        }
        int after = before + span;
        Optional<Double> usual = usual(differences, before - span, after);
        if (usual.isEmpty() || !standsOut(difference, usual.get(), AGAINST_NEIGHBOURS)) {
            return Optional.empty();
        }
        double lasting = difference;
        Optional<Double> usualLater = usual(laterDifferences, before - span - later, after);
        if (usualLater.isPresent()) {
            double least = Math.min(
                    before < laterDifferences.length ? laterDifferences[before] : Double.MAX_VALUE,
                    before >= later ? laterDifferences[before - later] : Double.MAX_VALUE);
            if (!standsOut(least, usualLater.get(), AGAINST_NEIGHBOURS_LATER)) {
                return Optional.empty();
            }
            lasting = Math.min(difference, least);
        }
        return isStraight(before, after, difference) && pictures.resemblance(before, after) <= SAME_SCENE
                ? Optional.of(ChangeStrength.of(lasting - usual.get()))
                : Optional.empty();
    }

    /** What pictures this far apart usually differ by: on the side where it is more, within the pairs that end or begin there. */
    private Optional<Double> usual(double[] differences, int lastBefore, int firstAfter) {
        double[] before = Arrays.copyOfRange(
                differences,
                Math.clamp(lastBefore - neighbourhood, 0, differences.length),
                Math.clamp(lastBefore + 1L, 0, differences.length));
        double[] after = Arrays.copyOfRange(
                differences,
                Math.min(firstAfter, differences.length),
                Math.min(firstAfter + neighbourhood, differences.length));
        return before.length < FEWEST_NEIGHBOURS && after.length < FEWEST_NEIGHBOURS
                ? Optional.empty()
                : Optional.of(Math.max(usual(before), usual(after)));
    }

    private static double usual(double[] differences) {
        Arrays.sort(differences);
        return differences.length == 0 ? 0 : differences[(int) Math.round(USUAL * (differences.length - 1))];
    }

    private static boolean standsOut(double difference, double usual, double by) {
        return difference - usual >= by * (usual + NOISE);
    }

    private boolean isStraight(int before, int after, double difference) {
        int between = (before + after) / 2;
        return between == before
                || pictures.difference(before, between) + pictures.difference(between, after) <= STRAIGHT * difference;
    }

    private double[] differences(int span) {
        double[] differences = new double[Math.max(0, pictures.count() - span)];
        for (int picture = 0; picture < differences.length; picture++) {
            differences[picture] = pictures.difference(picture, picture + span);
        }
        return differences;
    }
}
