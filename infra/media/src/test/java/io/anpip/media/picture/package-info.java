/** Tests of what becomes of pictures. */
@NullMarked
package io.anpip.media.picture;

import org.jspecify.annotations.NullMarked;
