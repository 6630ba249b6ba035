package io.anpip.transcode.plan;

import io.anpip.transcode.text.EncodedText;

/**
 * A subtitle rendition and what is made of it.
 *
 * @param rendition how it is offered
 * @param track its files
 */
public record TextStream(TextRendition rendition, EncodedText track) {}
