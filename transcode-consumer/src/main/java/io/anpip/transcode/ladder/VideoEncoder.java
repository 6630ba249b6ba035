package io.anpip.transcode.ladder;

/**
 * How a codec is encoded. What it holds becomes part of a command line, so nothing else than what the encoder knows gets in.
 *
 * @param codec the codec
 * @param preset preset of its encoder: "veryfast" for x264 and x265, "10" for SVT-AV1
 * @param constantRateFactor quality, under the caps of the ladder; smaller is better, and each encoder has a scale of its own
 */
public record VideoEncoder(VideoCodec codec, String preset, int constantRateFactor) {

    public VideoEncoder {
        if (!codec.presets().contains(preset)) {
            throw new IllegalArgumentException("preset '" + preset + "' is none of " + codec.encoder() + "'s: "
                    + String.join(", ", codec.presets()));
        }
        if (constantRateFactor < 0 || constantRateFactor > codec.largestRateFactor()) {
            throw new IllegalArgumentException("constantRateFactor " + constantRateFactor + " is not between 0 and "
                    + codec.largestRateFactor() + ", as " + codec.encoder() + " wants it");
        }
    }
}
