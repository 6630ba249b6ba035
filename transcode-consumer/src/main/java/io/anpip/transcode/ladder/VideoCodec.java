package io.anpip.transcode.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import io.anpip.schemas.Rational;
import java.util.List;
import java.util.stream.IntStream;

/** A codec that renditions are encoded in, with the encoder that makes it. */
public enum VideoCodec {
    /** H.264, High profile, by x264: plays everywhere. */
    H264("h264", "", "libx264", Presets.X26X, 51, 2),
    /** H.265, Main profile, by x265. */
    HEVC("hevc", "-hevc", "libx265", Presets.X26X, 51, 32),
    /** AV1, Main profile, by SVT-AV1. */
    AV1("av1", "-av1", "libsvtav1", Presets.SVT, 63, 32);

    private final String ffmpegName;
    private final String suffix;
    private final String encoder;
    private final List<String> presets;
    private final int largestRateFactor;
    private final int smallestSide;

    VideoCodec(
            String ffmpegName,
            String suffix,
            String encoder,
            List<String> presets,
            int largestRateFactor,
            int smallestSide) {
        this.ffmpegName = ffmpegName;
        this.suffix = suffix;
        this.encoder = encoder;
        this.presets = presets;
        this.largestRateFactor = largestRateFactor;
        this.smallestSide = smallestSide;
    }

    /** FFmpeg's name of the codec, such as "h264"; also its name in profiles, plans and events. */
    @JsonValue
    public String ffmpegName() {
        return ffmpegName;
    }

    /** FFmpeg's name of the encoder, such as "libx264". */
    public String encoder() {
        return encoder;
    }

    /** The presets the encoder knows, fastest or slowest first. */
    public List<String> presets() {
        return presets;
    }

    /** Constant rate factors go from 0, the best quality, to this. */
    public int largestRateFactor() {
        return largestRateFactor;
    }

    /** Pictures with a shorter side are not given to the encoder: x265 hangs on those of 8 pixels. */
    int smallestSide() {
        return smallestSide;
    }

    /** The name of a rendition, unique in a ladder of several codecs: "720p" in H.264, "720p-hevc" in HEVC. */
    String renditionName(int shortSide) {
        return shortSide + "p" + suffix;
    }

    /** The lowest level of the codec that allows this picture, such as "3.1". */
    String level(int width, int height, Rational rate, int maxBitrateBps, int bufferSizeBits) {
        return switch (this) {
            case H264 ->
                H264Level.smallestFor(width, height, rate, maxBitrateBps, bufferSizeBits)
                        .number();
            case HEVC ->
                HevcLevel.smallestFor(width, height, rate, maxBitrateBps, bufferSizeBits)
                        .number();
            case AV1 -> Av1Level.smallestFor(width, height, rate, maxBitrateBps).number();
        };
    }

    /** Apart, because constants of an enum can't use the enum's own fields. */
    private static final class Presets {

        static final List<String> X26X = List.of(
                "ultrafast",
                "superfast",
                "veryfast",
                "faster",
                "fast",
                "medium",
                "slow",
                "slower",
                "veryslow",
                "placebo");
        static final List<String> SVT =
                IntStream.rangeClosed(0, 13).mapToObj(Integer::toString).toList();
    }
}
