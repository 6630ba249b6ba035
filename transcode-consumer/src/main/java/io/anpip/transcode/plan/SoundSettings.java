package io.anpip.transcode.plan;

import java.util.List;
import java.util.Optional;

/**
 * What can be set about sound besides the bit rate of a stereo rendition.
 *
 * @param surroundBitrateBps bit rate of a 5.1 rendition, bits per second; 0 where none is wanted
 * @param ladderBps bit rates of the ladder of a source without a picture, bits per second, smallest first
 * @param loudness the loudness to bring sound to; empty where it stays as it is
 */
public record SoundSettings(int surroundBitrateBps, List<Integer> ladderBps, Optional<LoudnessTarget> loudness) {

    public SoundSettings {
        ladderBps = ladderBps.stream().sorted().distinct().toList();
    }

    /** 5.1 at 320 kbps, 64, 128 and 160 kbps for sound alone (Apple 2.9: stereo up to 160), and loudness as it is. */
    public static SoundSettings standard() {
        return new SoundSettings(320_000, List.of(64_000, 128_000, 160_000), Optional.empty());
    }
}
