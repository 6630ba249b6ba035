/**
 * Finds the chapters of a video: {@link io.anpip.chapter.ChapterConsumer} takes a source off the topic,
 * {@link io.anpip.chapter.ChapterHandler} brings the stage to its one end. Chapters that the file carries come first; otherwise one
 * cheap decode gives signals ({@link io.anpip.chapter.signal}) and a pure function makes chapters of them
 * ({@link io.anpip.chapter.fusion}).
 *
 * <p>A video may have no chapters: an uncut clip gets an empty list, and that is a result, not a failure.
 */
@NullMarked
package io.anpip.chapter;

import org.jspecify.annotations.NullMarked;
