package io.anpip.transcode.plan;

import io.anpip.schemas.Loudness;

/**
 * To which loudness sound is brought, by one gain over the whole track (EBU R 128; Apple 2.18).
 *
 * @param integratedLufs loudness to reach, LUFS
 * @param ceilingDbtp true peak not to exceed, dBTP; before it would, the gain ends
 */
public record LoudnessTarget(double integratedLufs, double ceilingDbtp) {

    /** What meters say of silence: there is nothing to bring anywhere. */
    public static final double SILENCE_LUFS = -70;

    /** The gain in dB for a track that was measured so, to a hundredth. */
    public double gainDb(Loudness measured) {
        if (measured.integratedLufs() <= SILENCE_LUFS) {
            return 0;
        }
        double wanted = integratedLufs - measured.integratedLufs();
        double possible = ceilingDbtp - measured.truePeakDbtp();
        return Math.round(Math.min(wanted, possible) * 100) / 100.0;
    }
}
