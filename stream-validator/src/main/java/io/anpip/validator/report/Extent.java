package io.anpip.validator.report;

/**
 * How much was looked at.
 *
 * @param hlsPlaylists media playlists that the multivariant playlist names
 * @param dashRepresentations representations of the manifest
 * @param files files read
 * @param bytes their bytes
 * @param seconds duration of the content
 */
public record Extent(int hlsPlaylists, int dashRepresentations, int files, long bytes, double seconds) {}
