package io.anpip.projector.rebuild;

/** What becomes of the projection that was made anew. */
public enum RebuildMode {
    /** It takes the place of the live one, unless rows differ in a way that being behind does not explain. */
    SWAP_UNLESS_DIFFERENT,
    /** It takes the place of the live one in any case. */
    SWAP_ANYWAY,
    /** It is compared and removed. */
    COMPARE_ONLY;

    boolean swaps(Comparison comparison) {
        return switch (this) {
            case SWAP_UNLESS_DIFFERENT -> comparison.differing() == 0;
            case SWAP_ANYWAY -> true;
            case COMPARE_ONLY -> false;
        };
    }
}
