package io.anpip.chaos.ledger;

import java.util.List;

/** A status as a client saw it; later is larger in (generation, rank). */
public record Sighting(int generation, String status) {

    private static final List<String> ORDER = List.of("UPLOADING", "PROCESSING", "PLAYABLE");

    private int rank() {
        int early = ORDER.indexOf(status);
        return early < 0 ? ORDER.size() : early;
    }

    /** Whether this may be seen after the other. */
    public boolean mayFollow(Sighting before) {
        if (generation != before.generation) {
            return generation > before.generation;
        }
        return before.isEnd() ? status.equals(before.status) : rank() >= before.rank();
    }

    /** Whether the generation has ended. */
    public boolean isEnd() {
        return rank() == ORDER.size();
    }
}
