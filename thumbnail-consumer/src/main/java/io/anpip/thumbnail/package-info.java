/**
 * Makes the still pictures of a video: {@link io.anpip.thumbnail.ThumbnailConsumer} takes a source off the topic,
 * {@link io.anpip.thumbnail.ThumbnailHandler} brings the stage to its one end, and the packages below decide and draw.
 *
 * <p>A video costs two short FFmpeg runs: a survey that decodes cheaply and gives storyboard, preview and a small gray picture per tile,
 * and a poster shot in full quality at the best of those times ({@link io.anpip.thumbnail.render}).
 */
@NullMarked
package io.anpip.thumbnail;

import org.jspecify.annotations.NullMarked;
