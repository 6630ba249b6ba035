package io.anpip.transcode.command;

import io.anpip.transcode.ladder.Rung;
import java.util.List;

/**
 * The arguments that make one encoder write closed groups of pictures of exactly one length, and nothing into its headers that differs from
 * chunk to chunk: a key frame on every place of the grid, no cuts of its own, no message with its settings, and a fixed number of threads.
 */
final class VideoEncoderArguments {

    private VideoEncoderArguments() {}

    /**
     * The arguments from {@code -c:v} on.
     *
     * @param gopFrames frames from one key frame to the next
     */
    static List<String> of(Rung rung, int gopFrames, int threads) {
        return switch (rung.codec()) {
            case H264 -> h264(rung, Integer.toString(gopFrames), Integer.toString(threads));
            case HEVC -> hevc(rung, Integer.toString(gopFrames), Integer.toString(threads));
            case AV1 -> av1(rung, Integer.toString(gopFrames), Integer.toString(threads));
        };
    }

    private static List<String> h264(Rung rung, String gop, String threads) {
        return List.of(
                "-c:v",
                rung.codec().encoder(),
                "-preset",
                rung.encoder().preset(),
                "-profile:v",
                "high",
                "-level:v",
                rung.level(),
                "-crf",
                Integer.toString(rung.encoder().constantRateFactor()),
                "-maxrate",
                Integer.toString(rung.maxBitrateBps()),
                "-bufsize",
                Integer.toString(rung.bufferSizeBits()),
                "-g",
                gop,
                "-keyint_min",
                gop,
                "-sc_threshold",
                "0",
                "-flags",
                "+cgop+bitexact",
                "-threads",
                threads);
    }

    /** Sample entries are {@code hvc1}: parameter sets in the sample description alone (Apple 1.10). */
    private static List<String> hevc(Rung rung, String gop, String threads) {
        return List.of(
                "-c:v",
                rung.codec().encoder(),
                "-tag:v",
                "hvc1",
                "-preset",
                rung.encoder().preset(),
                "-profile:v",
                "main",
                "-crf",
                Integer.toString(rung.encoder().constantRateFactor()),
                "-maxrate",
                Integer.toString(rung.maxBitrateBps()),
                "-bufsize",
                Integer.toString(rung.bufferSizeBits()),
                "-g",
                gop,
                "-keyint_min",
                gop,
                "-flags",
                "+cgop+bitexact",
                "-threads",
                threads,
                "-x265-params",
                "log-level=error:level-idc=%s:high-tier=0:open-gop=0:scenecut=0:info=0:pools=%s"
                        .formatted(rung.level(), threads));
    }

    private static List<String> av1(Rung rung, String gop, String threads) {
        return List.of(
                "-c:v",
                rung.codec().encoder(),
                "-preset",
                rung.encoder().preset(),
                "-level:v",
                // The number without its point, as SVT-AV1 has it: 31 for 3.1.
                rung.level().replace(".", ""),
                "-crf",
                Integer.toString(rung.encoder().constantRateFactor()),
                "-maxrate",
                Integer.toString(rung.maxBitrateBps()),
                "-bufsize",
                Integer.toString(rung.bufferSizeBits()),
                "-g",
                gop,
                "-flags",
                "+cgop+bitexact",
                "-svtav1-params",
                "irefresh-type=2:scd=0:pred-struct=2:lp=" + threads);
    }
}
