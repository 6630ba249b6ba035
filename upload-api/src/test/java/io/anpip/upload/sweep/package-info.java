@NullMarked
package io.anpip.upload.sweep;

import org.jspecify.annotations.NullMarked;
