package io.anpip.thumbnail.preview;

import io.anpip.thumbnail.frame.PictureSize;
import java.time.Duration;

/**
 * Which frames an animated preview is made of.
 *
 * @param size width and height
 * @param frames number of frames, at equal distances over the video
 * @param interval time between two of them, in whole milliseconds
 * @param framesPerSecond how fast they are shown
 * @param format what it is written as
 */
public record PreviewPlan(PictureSize size, int frames, Duration interval, int framesPerSecond, PreviewFormat format) {

    /** Spreads frames over a video of this length. */
    public static PreviewPlan of(
            Duration length, PictureSize size, int frames, int framesPerSecond, PreviewFormat format) {
        long intervalMillis = Math.max(1, length.toMillis() / frames);
        return new PreviewPlan(size, frames, Duration.ofMillis(intervalMillis), framesPerSecond, format);
    }
}
