package io.anpip.transcode.plan;

import java.util.Optional;

/**
 * One audio track of the source as it will be offered: AAC-LC, stereo, 48 kHz.
 *
 * @param name name of the rendition and of its folder, such as "audio-0"
 * @param trackIndex which audio track of the source, from 0
 * @param streamIndex index of the stream in the source file
 * @param sourceChannels channels of the source, mixed down to two
 * @param language BCP 47 tag, if the source names a language
 * @param label what a player shows; unique in a video, without quotes and control characters
 * @param byDefault whether players start with it
 * @param bitrateBps bit rate, bits per second
 */
public record AudioRendition(
        String name,
        int trackIndex,
        int streamIndex,
        int sourceChannels,
        Optional<String> language,
        String label,
        boolean byDefault,
        int bitrateBps) {}
