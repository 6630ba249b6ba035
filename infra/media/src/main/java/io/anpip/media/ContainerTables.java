package io.anpip.media;

import java.io.IOException;

/**
 * What the tables of a container say before a demuxer reads them: how many tracks and chapters it names, and whether its
 * pictures or its sound are encrypted.
 *
 * <p>A demuxer makes room for every track before it looks at the next one, so a file of a million tracks has to be told
 * from its headers. Only headers are read, a few bytes each, and counting stops at {@link #MOST_COUNTED}. Where a format
 * has no such table, or a damaged one, nothing is found: the demuxer will say more.
 *
 * @param tracks that the container names; at most {@link #MOST_COUNTED}
 * @param chapters that a Matroska file names; at most {@link #MOST_COUNTED}
 * @param encrypted whether some track can't be decoded without a key
 */
public record ContainerTables(int tracks, int chapters, boolean encrypted) {

    /** Enough to tell that there are too many. */
    public static final int MOST_COUNTED = 100_000;

    static final ContainerTables NOTHING_FOUND = new ContainerTables(0, 0, false);

    /** Reads the tables of a file that was sniffed as this format. */
    public static ContainerTables of(ContainerFormat format, ByteSource source) throws IOException {
        return switch (format) {
            case MP4 -> new Mp4Tables(source).read();
            case MATROSKA -> new MatroskaTables(source).read();
            case ASF -> new ContainerTables(0, 0, AsfHeader.isEncrypted(source));
            case MPEG_TS -> new ContainerTables(0, 0, ScrambledPackets.isScrambled(source));
            case AVI, MPEG_PS, FLV, OGG, MXF, WAV, MP3, FLAC, AAC -> NOTHING_FOUND;
        };
    }
}
