package io.anpip.transcode.plan;

/**
 * The encoder settings all chunks of a video share; they are part of the plan, because chunks only join when they agree.
 *
 * @param threads threads of every encoder and decoder; fixed, because x264's output depends on it
 * @param preset x264 preset
 * @param constantRateFactor x264 quality, under the caps of the ladder
 * @param audioBitrateBps bit rate of a stereo audio rendition, bits per second
 */
public record EncoderSettings(int threads, String preset, int constantRateFactor, int audioBitrateBps) {

    /** Two threads, preset veryfast, CRF 23, AAC at 128 kbps. */
    public static EncoderSettings standard() {
        return new EncoderSettings(2, "veryfast", 23, 128_000);
    }
}
