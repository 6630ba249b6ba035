package io.anpip.transcode.plan;

/**
 * The encoder settings all chunks of a video share; they are part of the plan, because chunks only join when they agree. Codec, preset and
 * quality belong to each rung.
 *
 * @param threads threads of every encoder and decoder; fixed, because the output of encoders depends on it
 * @param audioBitrateBps bit rate of a stereo audio rendition, bits per second
 */
public record EncoderSettings(int threads, int audioBitrateBps) {

    private static final int MOST_THREADS = 64;

    public EncoderSettings {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads " + threads + " is not between 1 and " + MOST_THREADS);
        }
    }
}
