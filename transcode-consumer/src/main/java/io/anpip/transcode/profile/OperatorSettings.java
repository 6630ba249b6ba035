package io.anpip.transcode.profile;

import io.anpip.transcode.plan.DownloadSettings;
import io.anpip.transcode.plan.SoundSettings;
import java.time.Duration;

/**
 * What plans need to know that is the same for every profile.
 *
 * @param firstChunk length of the first chunk
 * @param chunk length of every other chunk
 * @param audioBitrateBps bit rate of a stereo audio rendition, bits per second
 * @param sound what else is wanted of sound
 * @param passThrough whether tracks of the source that conform are taken over as they are
 * @param downloads which files to save a video gets
 */
public record OperatorSettings(
        Duration firstChunk,
        Duration chunk,
        int audioBitrateBps,
        SoundSettings sound,
        boolean passThrough,
        DownloadSettings downloads) {

    /** The standard of everything but the lengths of chunks. */
    public static OperatorSettings standard(Duration firstChunk, Duration chunk) {
        return new OperatorSettings(
                firstChunk, chunk, 128_000, SoundSettings.standard(), true, DownloadSettings.none());
    }
}
