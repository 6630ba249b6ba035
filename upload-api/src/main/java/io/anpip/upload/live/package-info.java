/**
 * Live updates: documents from the status topic, broadcast in memory to the clients that watch a video.
 * Records can be missed by design; every stream reads the database again from time to time and so heals itself.
 */
@NullMarked
package io.anpip.upload.live;

import org.jspecify.annotations.NullMarked;
