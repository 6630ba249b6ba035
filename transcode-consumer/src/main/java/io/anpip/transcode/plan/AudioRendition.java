package io.anpip.transcode.plan;

import java.util.Optional;

/**
 * One audio track of the source as it will be offered in one quality: AAC-LC, 48 kHz, stereo or 5.1. A track may be offered in several.
 *
 * @param name name of the rendition and of its folder, such as "audio-0" or "audio-0-surround"
 * @param trackIndex which audio track of the source, from 0
 * @param streamIndex index of the stream in the source file
 * @param sourceChannels channels of the source
 * @param sourceLayout FFmpeg's name of the source's channel layout; empty where the file does not say
 * @param channels channels of the rendition: 2, or 6 for 5.1
 * @param group name of the renditions a player chooses among when it plays in this quality
 * @param language BCP 47 tag, if the source names a language
 * @param label what a player shows; unique in a group, without quotes and control characters
 * @param byDefault whether players start with it
 * @param automatic whether players may choose it by the language of the user
 * @param describesVideo whether it describes the picture for people who cannot see it
 * @param bitrateBps bit rate, bits per second
 */
public record AudioRendition(
        String name,
        int trackIndex,
        int streamIndex,
        int sourceChannels,
        String sourceLayout,
        int channels,
        String group,
        Optional<String> language,
        String label,
        boolean byDefault,
        boolean automatic,
        boolean describesVideo,
        int bitrateBps) {

    /** Channels of stereo. */
    public static final int STEREO = 2;

    /** Channels of 5.1 surround sound. */
    public static final int SURROUND = 6;

    /** The same, as what players start with, where the one that was meant for it could not be made. */
    public AudioRendition asDefault() {
        return new AudioRendition(
                name,
                trackIndex,
                streamIndex,
                sourceChannels,
                sourceLayout,
                channels,
                group,
                language,
                label,
                true,
                true,
                describesVideo,
                bitrateBps);
    }
}
