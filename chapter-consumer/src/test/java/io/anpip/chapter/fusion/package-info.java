/** Tests of what this package decides, without FFmpeg and without servers. */
@NullMarked
package io.anpip.chapter.fusion;

import org.jspecify.annotations.NullMarked;
