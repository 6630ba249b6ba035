/**
 * Shows a video on its way: a line per stage, the watch page as soon as it can be watched, the end.
 *
 * <p>The lines are computed from the video's document by pure functions; the document comes live from the API.
 */
@NullMarked
package io.anpip.cli.follow;

import org.jspecify.annotations.NullMarked;
