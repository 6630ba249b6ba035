package io.anpip.transcode.plan;

import java.util.Locale;
import java.util.Optional;

/** Decides whether enough of a damaged source can be decoded. Pure. */
public final class Decodability {

    private Decodability() {}

    /**
     * What speaks against a source of which this much is damaged.
     *
     * @param damagedShare of the whole, 0 to 1
     * @param leastShare so much has to be more than decodable, 0 to 1
     * @param what was to be decoded, in the plural
     */
    public static Optional<String> objection(double damagedShare, double leastShare, String what) {
        double decodable = 1 - Math.clamp(damagedShare, 0, 1);
        if (damagedShare <= 0 || decodable > leastShare) {
            return Optional.empty();
        }
        // Rounded down: "95.0 %" would not be a reason.
        return Optional.of(String.format(
                Locale.ROOT,
                "The file is damaged: only %.1f %% of its %s can be decoded, and more than %.1f %% is needed.",
                Math.floor(decodable * 1000) / 10,
                what,
                leastShare * 100));
    }
}
