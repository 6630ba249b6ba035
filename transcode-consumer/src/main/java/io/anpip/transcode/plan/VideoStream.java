package io.anpip.transcode.plan;

import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.ladder.Rung;

/**
 * A rung and what is encoded of it.
 *
 * @param rung its step of the ladder
 * @param track its segments from the beginning of the video without a gap
 */
public record VideoStream(Rung rung, EncodedRendition track) {}
