/** Tests of what this package decides, without FFmpeg and without servers. */
@NullMarked
package io.anpip.thumbnail.command;

import org.jspecify.annotations.NullMarked;
