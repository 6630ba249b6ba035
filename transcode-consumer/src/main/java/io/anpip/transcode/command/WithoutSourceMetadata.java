package io.anpip.transcode.command;

import java.util.List;

/**
 * What every output is written with, so that nothing the source says of its place, its device or its titles goes on, and the same source
 * gives the same bytes.
 */
final class WithoutSourceMetadata {

    /** Options of an output file. */
    static final List<String> ARGUMENTS = List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact");

    private WithoutSourceMetadata() {}
}
