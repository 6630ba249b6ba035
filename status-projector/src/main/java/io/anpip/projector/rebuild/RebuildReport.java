package io.anpip.projector.rebuild;

/**
 * What a rebuild found and did.
 *
 * @param eventsRead records of all topics
 * @param passedOver records that are no events, or events that can't be folded or kept; live, they are dead letters
 * @param endsOpen videos whose end is due and not marked in the store yet
 * @param seconds the whole took
 * @param lockedSeconds of these, changes of the live projection had to wait
 * @param swapped whether the new rows are now the live ones
 */
public record RebuildReport(
        RebuildMode mode,
        long eventsRead,
        long passedOver,
        long endsOpen,
        Comparison comparison,
        double seconds,
        double lockedSeconds,
        boolean swapped) {}
