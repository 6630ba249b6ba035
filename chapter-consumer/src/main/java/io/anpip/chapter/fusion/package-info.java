/**
 * Makes chapters of signals, as a pure function. Signals at one moment are taken together as evidence for one boundary: each kind adds to
 * it, none can outweigh all others. The strongest boundaries win, as long as chapters stay long enough and few enough.
 */
@NullMarked
package io.anpip.chapter.fusion;

import org.jspecify.annotations.NullMarked;
