/**
 * Videos as clients see them: the projected document made current with what this service knows, and the order of
 * documents. All of it is pure, so that "a status a client saw never goes back" is a property of functions and not of
 * timing.
 */
@NullMarked
package io.anpip.upload.video;

import org.jspecify.annotations.NullMarked;
