/**
 * Runs FFmpeg on a source and puts the pictures into the object store. Everything that decides is elsewhere; here is what touches
 * processes, files and objects, and what turns their trouble into values.
 */
@NullMarked
package io.anpip.thumbnail.render;

import org.jspecify.annotations.NullMarked;
