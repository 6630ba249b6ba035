package io.anpip.transcode.plan;

import java.util.Optional;

/**
 * One text subtitle track of the source as it will be offered: WebVTT.
 *
 * @param name name of the rendition and of its folder, such as "text-0"
 * @param trackIndex which text track of the source, from 0
 * @param streamIndex index of the stream in the source file
 * @param codec FFmpeg's name of the source's codec
 * @param language BCP 47 tag, if the source names a language
 * @param label what a player shows; unique in a video, without quotes and control characters
 * @param automatic whether players may choose it by the language of the user
 * @param forced whether it holds only what must be shown to everybody
 * @param hearingImpaired whether it describes sounds for people who cannot hear them
 */
public record TextRendition(
        String name,
        int trackIndex,
        int streamIndex,
        String codec,
        Optional<String> language,
        String label,
        boolean automatic,
        boolean forced,
        boolean hearingImpaired) {}
