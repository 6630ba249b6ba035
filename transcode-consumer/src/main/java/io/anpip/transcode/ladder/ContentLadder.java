package io.anpip.transcode.ladder;

import io.anpip.schemas.LeftOutRendition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ladder without the rungs that would show nothing the next smaller one does not, as in a low-resolution recording blown up to a large
 * picture.
 *
 * <p>The lowest rung of a codec stays, and so does a second one: players need something to switch to (Apple 9.9). A rung of which nothing
 * was measured stays too.
 *
 * @param rungs what is encoded, smallest first
 * @param leftOut what is not, and why, smallest first
 */
public record ContentLadder(List<Rung> rungs, List<LeftOutRendition> leftOut) {

    private static final int FEWEST_RUNGS = 2;

    public ContentLadder {
        rungs = List.copyOf(rungs);
        leftOut = List.copyOf(leftOut);
    }

    /** The whole ladder. */
    public static ContentLadder whole(List<Rung> rungs) {
        return new ContentLadder(rungs, List.of());
    }

    /** The same with this rung of the whole ladder, whatever it shows. */
    public ContentLadder keeping(Rung rung) {
        if (rungs.contains(rung)) {
            return this;
        }
        List<Rung> more = Stream.concat(rungs.stream(), Stream.of(rung))
                .sorted(Comparator.comparingInt(Rung::shortSide))
                .toList();
        return new ContentLadder(
                more,
                leftOut.stream()
                        .filter(left -> !left.name().equals(rung.name()))
                        .toList());
    }

    /**
     * Leaves out what is of no use.
     *
     * @param rungs the whole ladder, smallest first
     * @param gains what was measured, of any pairs of neighbouring sizes
     * @param negligibleGain a rung whose gain is smaller is left out
     */
    public static ContentLadder of(List<Rung> rungs, List<MeasuredGain> gains, double negligibleGain) {
        Set<Rung> useless = new HashSet<>();
        List<LeftOutRendition> leftOut = new ArrayList<>();
        for (VideoCodec codec : VideoCodec.values()) {
            List<Rung> own =
                    rungs.stream().filter(rung -> rung.codec() == codec).toList();
            int left = own.size();
            for (int index = own.size() - 1; index > 0 && left > FEWEST_RUNGS; index--) {
                Rung rung = own.get(index);
                Rung smaller = own.get(index - 1);
                OptionalDouble gain = gain(smaller.shortSide(), rung.shortSide(), gains);
                if (gain.isPresent() && gain.getAsDouble() < negligibleGain) {
                    useless.add(rung);
                    leftOut.addFirst(new LeftOutRendition(
                            rung.name(), reason(rung, smaller, gain.getAsDouble(), negligibleGain)));
                    left--;
                }
            }
        }
        leftOut.sort(Comparator.comparingInt(
                left -> rungs.stream().map(Rung::name).toList().indexOf(left.name())));
        return new ContentLadder(
                rungs.stream().filter(rung -> !useless.contains(rung)).toList(), leftOut);
    }

    /** The gain over all sizes between: at most the sum of what each adds. Empty where one of them was not measured. */
    private static OptionalDouble gain(int smaller, int larger, List<MeasuredGain> gains) {
        double sum = 0;
        int reached = larger;
        while (reached > smaller) {
            int from = reached;
            List<MeasuredGain> step =
                    gains.stream().filter(gain -> gain.shortSide() == from).toList();
            if (step.size() != 1 || step.getFirst().smallerShortSide() >= from) {
                return OptionalDouble.empty();
            }
            sum += step.getFirst().gain();
            reached = step.getFirst().smallerShortSide();
        }
        return reached == smaller ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private static String reason(Rung rung, Rung smaller, double gain, double negligibleGain) {
        return String.format(
                Locale.ROOT,
                "%s would show no more than %s: even where they differ most, pictures of the two are alike to %.2f %% (SSIM), and"
                        + " %.2f %% is enough to leave the larger one out.",
                rung.name(),
                smaller.name(),
                100 * (1 - gain),
                100 * (1 - negligibleGain));
    }
}
