/**
 * Chunk objects in the uploads bucket: signing, listing, removing.
 * Answers come back on the caller's event loop, because a reactive database session belongs to one.
 */
@NullMarked
package io.anpip.upload.storage;

import org.jspecify.annotations.NullMarked;
