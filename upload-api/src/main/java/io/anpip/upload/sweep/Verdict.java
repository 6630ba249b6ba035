package io.anpip.upload.sweep;

import java.time.Duration;

/** What is to become of a video that was found silent. */
public sealed interface Verdict {

    /** It is within its deadline. */
    record Wait(Duration left) implements Verdict {}

    /** Its work is begun again, as the next generation. */
    record Reissue() implements Verdict {}

    /** It was begun again as often as that is done. */
    record GiveUp(int reissues) implements Verdict {}
}
