/**
 * The rules, each with its number, its weight and one sentence. They say nothing about how they are checked.
 */
@NullMarked
package io.anpip.validator.rule;

import org.jspecify.annotations.NullMarked;
