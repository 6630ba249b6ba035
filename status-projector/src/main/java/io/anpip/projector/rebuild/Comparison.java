package io.anpip.projector.rebuild;

import java.util.List;

/**
 * How the live rows stand to those made anew.
 *
 * @param videos rows made anew
 * @param equal live rows that say the same
 * @param behind live rows, or missing ones, that know less and nothing else: merged with the new row they are the new row
 * @param differing live rows that say something the log does not
 * @param differingIds the first few of them
 * @param liveHash over all live rows in the order of their ids
 * @param rebuiltHash the same over the rows made anew
 */
public record Comparison(
        long videos,
        long equal,
        long behind,
        long differing,
        List<String> differingIds,
        String liveHash,
        String rebuiltHash) {

    public Comparison {
        differingIds = List.copyOf(differingIds);
    }
}
