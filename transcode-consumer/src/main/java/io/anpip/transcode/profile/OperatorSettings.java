package io.anpip.transcode.profile;

import io.anpip.transcode.plan.SoundSettings;
import java.time.Duration;

/**
 * What plans need to know that is the same for every profile.
 *
 * @param firstChunk length of the first chunk
 * @param chunk length of every other chunk
 * @param audioBitrateBps bit rate of a stereo audio rendition, bits per second
 * @param sound what else is wanted of sound
 */
public record OperatorSettings(Duration firstChunk, Duration chunk, int audioBitrateBps, SoundSettings sound) {}
