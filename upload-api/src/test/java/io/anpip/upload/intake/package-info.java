@NullMarked
package io.anpip.upload.intake;

import org.jspecify.annotations.NullMarked;
