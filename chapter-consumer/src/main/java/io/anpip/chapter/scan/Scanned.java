package io.anpip.chapter.scan;

import io.anpip.chapter.signal.Signals;
import io.anpip.media.FfmpegVerdict;

/** What became of a scan. */
sealed interface Scanned {

    /** What was noticed. */
    record Done(Signals signals) implements Scanned {}

    /** FFmpeg did not come to the end. */
    record Stopped(FfmpegVerdict verdict) implements Scanned {}
}
