/**
 * The assembler: verifies and combines the chunks of a finalized upload inside the store, looks into the file, and says whether it can
 * become a video. It also removes what the transcoder stored once a video is deleted.
 */
@NullMarked
package io.anpip.transcode.assembler;

import org.jspecify.annotations.NullMarked;
