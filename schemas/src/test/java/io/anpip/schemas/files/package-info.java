/**
 * The files of the contract as they lie in the tree, and the golden samples among them.
 * Tests read the tree, not the class path, so that a file that was just written is the one that is checked.
 */
@NullMarked
package io.anpip.schemas.files;

import org.jspecify.annotations.NullMarked;
