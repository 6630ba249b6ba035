/**
 * The settings of this service. Every limit on size, number and cost of the pictures is here, and nowhere else.
 */
@NullMarked
package io.anpip.thumbnail.config;

import org.jspecify.annotations.NullMarked;
