/**
 * Chapters as they are stored and served: WebVTT for players, JSON with the evidence for everybody else. Both are made from one list.
 */
@NullMarked
package io.anpip.chapter.document;

import org.jspecify.annotations.NullMarked;
