/**
 * The settings of this service: what counts as a signal, and how long and how many chapters may be.
 */
@NullMarked
package io.anpip.chapter.config;

import org.jspecify.annotations.NullMarked;
