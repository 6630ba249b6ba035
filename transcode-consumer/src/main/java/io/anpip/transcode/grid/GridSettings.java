package io.anpip.transcode.grid;

import java.time.Duration;

/**
 * Says how long the chunks are that a video is cut into; both lengths are rounded to whole segments.
 *
 * @param firstChunk length of the first chunk, shorter so that playback starts sooner
 * @param chunk length of every other chunk
 */
public record GridSettings(Duration firstChunk, Duration chunk) {

    /** Chunks of 30 s: long enough that the cost of starting an encoder does not show. */
    public static GridSettings standard() {
        return new GridSettings(Duration.ofSeconds(12), Duration.ofSeconds(30));
    }
}
