@NullMarked
package io.anpip.upload.admission;

import org.jspecify.annotations.NullMarked;
