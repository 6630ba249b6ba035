/**
 * Lays a video on one global constant-rate frame grid and cuts it into groups of pictures, segments and chunks.
 * All boundaries are frame indices and all arithmetic is exact, so chunks encoded on different machines fit without seams.
 */
@NullMarked
package io.anpip.transcode.grid;

import org.jspecify.annotations.NullMarked;
