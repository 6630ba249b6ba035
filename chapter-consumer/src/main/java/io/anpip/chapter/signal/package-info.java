/**
 * What is seen and heard in a video that may mean a new chapter: cuts, black pictures, silence. Read from what FFmpeg's filters write down,
 * without judging it.
 */
@NullMarked
package io.anpip.chapter.signal;

import org.jspecify.annotations.NullMarked;
