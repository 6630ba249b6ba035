/** Tests of the packager over a real store. */
@NullMarked
package io.anpip.transcode.packager;

import org.jspecify.annotations.NullMarked;
