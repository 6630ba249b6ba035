package io.anpip.transcode.hls;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes times of tracks as decimal seconds, to the microsecond. */
final class Seconds {

    private Seconds() {}

    static String text(long ticks, int timescale) {
        return BigDecimal.valueOf(ticks)
                .divide(BigDecimal.valueOf(timescale), 6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
