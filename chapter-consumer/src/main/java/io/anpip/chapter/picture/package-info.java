/**
 * What small pictures of a video tell of its shots: where one gives way to another, at once, by a dissolve or through black. All of it is
 * pure arithmetic on a few hundred bytes a picture, so that one decoding pass is all it costs.
 */
@NullMarked
package io.anpip.chapter.picture;

import org.jspecify.annotations.NullMarked;
