/**
 * Serves playlists, segments and pictures from object storage over HTTP, with ranges and cache headers.
 * Bytes flow no faster than the client takes them, so memory stays flat whatever the size.
 */
@NullMarked
package io.anpip.upload.delivery;

import org.jspecify.annotations.NullMarked;
