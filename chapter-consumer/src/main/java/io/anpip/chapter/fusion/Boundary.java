package io.anpip.chapter.fusion;

import java.util.List;

/**
 * A moment at which a chapter may begin.
 *
 * @param atSeconds when
 * @param evidence what speaks for it
 */
public record Boundary(double atSeconds, List<Evidence> evidence) {

    public Boundary {
        evidence = List.copyOf(evidence);
    }

    /** All evidence together, from 0 to 1: it is no boundary only if every signal is wrong. */
    public double score() {
        return 1 - evidence.stream().mapToDouble(Evidence::weight).reduce(1, (doubt, weight) -> doubt * (1 - weight));
    }
}
