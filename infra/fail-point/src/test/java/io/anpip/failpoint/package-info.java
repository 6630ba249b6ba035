@NullMarked
package io.anpip.failpoint;

import org.jspecify.annotations.NullMarked;
