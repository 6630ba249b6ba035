/**
 * What was found: findings with their place, and the report of all of them as text for people and as JSON.
 */
@NullMarked
package io.anpip.validator.report;

import org.jspecify.annotations.NullMarked;
