package io.anpip.validator.resource;

import java.time.Duration;

/**
 * How far a validation goes at most.
 *
 * @param resources files that are read
 * @param bytesPerResource bytes of one file, unpacked
 * @param bytesPerText bytes of one playlist or manifest, unpacked
 * @param redirects redirects that are followed for one address, within the origin
 * @param requestTimeout time for one answer
 */
public record Limits(int resources, int bytesPerResource, int bytesPerText, int redirects, Duration requestTimeout) {

    /** Enough for three hours in ten renditions. */
    public static Limits standard() {
        return new Limits(100_000, 64 << 20, 16 << 20, 5, Duration.ofSeconds(30));
    }
}
