/**
 * The checks: each looks at a stream and reports what breaks its rules. Pure: no I/O happens here.
 */
@NullMarked
package io.anpip.validator.check;

import org.jspecify.annotations.NullMarked;
