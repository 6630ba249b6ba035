@NullMarked
package io.anpip.transcode.janitor;

import org.jspecify.annotations.NullMarked;
