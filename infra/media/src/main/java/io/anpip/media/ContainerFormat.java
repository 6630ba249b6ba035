package io.anpip.media;

import java.util.Arrays;
import java.util.Optional;

/**
 * The containers that are accepted, each with the FFmpeg demuxer it is read with.
 *
 * <p>The demuxer is forced ({@code -f}), never probed: FFmpeg's own probing would take a playlist named like a video for
 * a playlist and open what it names. Every demuxer here reads one self-contained binary file.
 */
public enum ContainerFormat {
    /** MP4, QuickTime, 3GP, M4A. */
    MP4("mov", "MP4 or QuickTime"),
    /** Matroska and WebM. */
    MATROSKA("matroska", "Matroska or WebM"),
    AVI("avi", "AVI"),
    /** Transport stream, with packets of 188 bytes, or of 192 as Blu-ray and camcorders write them. */
    MPEG_TS("mpegts", "MPEG transport stream"),
    MPEG_PS("mpeg", "MPEG program stream"),
    FLV("flv", "Flash video"),
    OGG("ogg", "Ogg"),
    /** Windows Media. */
    ASF("asf", "Windows Media"),
    MXF("mxf", "MXF"),
    WAV("wav", "WAV"),
    MP3("mp3", "MP3"),
    FLAC("flac", "FLAC"),
    /** AAC in ADTS frames. */
    AAC("aac", "AAC");

    /** So many bytes from the start of a file are enough for {@link #sniff}. */
    public static final int SNIFF_LENGTH = 8192;

    private final String demuxer;
    private final String label;

    ContainerFormat(String demuxer, String label) {
        this.demuxer = demuxer;
        this.label = label;
    }

    /** The name to force by {@code -f} and to allow by {@code -format_whitelist}. */
    public String demuxer() {
        return demuxer;
    }

    /** The name a person knows it by. */
    public String label() {
        return label;
    }

    /** The container that this demuxer reads, if it is one of ours. */
    public static Optional<ContainerFormat> readBy(String demuxer) {
        return Arrays.stream(values())
                .filter(format -> format.demuxer.equals(demuxer))
                .findFirst();
    }

    /** Recognises a container by its first bytes, or says in a sentence what the file is instead. */
    public static Sniffed sniff(byte[] head, long size) {
        return new FileSignature(head, size).recognise();
    }
}
