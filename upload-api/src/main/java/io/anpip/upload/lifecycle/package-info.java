/**
 * The use cases of an upload and of its video: announce, sign, record, finalize, abort, expire, remove, make again.
 * Each takes values, decides by the pure packages, and does its reading and writing through the edges beside it.
 */
@NullMarked
package io.anpip.upload.lifecycle;

import org.jspecify.annotations.NullMarked;
