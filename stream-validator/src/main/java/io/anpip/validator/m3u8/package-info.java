/**
 * Reads HLS playlists (RFC 8216) into values, line by line, and reports what is no playlist.
 */
@NullMarked
package io.anpip.validator.m3u8;

import org.jspecify.annotations.NullMarked;
