/** Tests of the stream validator: a good stream, and one mutation of it for every rule. */
@NullMarked
package io.anpip.validator;

import org.jspecify.annotations.NullMarked;
