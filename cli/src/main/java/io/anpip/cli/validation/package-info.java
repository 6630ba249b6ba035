/**
 * What {@code anpip validate} shows: the report of the stream validator, marked up for people.
 *
 * <p>The validator itself is the module stream-validator.
 */
@NullMarked
package io.anpip.cli.validation;

import org.jspecify.annotations.NullMarked;
