package io.anpip.transcode.plan;

import io.anpip.transcode.cmaf.EncodedRendition;

/**
 * An audio rendition and what is encoded of it.
 *
 * @param rendition how it is offered
 * @param track its segments
 */
public record AudioStream(AudioRendition rendition, EncodedRendition track) {}
