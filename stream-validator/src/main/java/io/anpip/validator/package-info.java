/**
 * Says whether a published stream is what players may expect: HLS by Apple's authoring rules and RFC 8216, CMAF, DASH.
 *
 * <p>{@link io.anpip.validator.StreamValidator} is the entrance. It reads playlists and manifest, then every file they name once, keeping
 * what was measured and not the bytes; then every check looks at the whole. It knows nothing of the rest of the project, so that what it
 * says of a stream does not come from the code that made it.
 */
@NullMarked
package io.anpip.validator;

import org.jspecify.annotations.NullMarked;
