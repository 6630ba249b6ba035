package io.anpip.validator.media;

import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.bmff.Malformed;
import io.anpip.validator.bmff.SegmentReader;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.media.MediaFile.TransportStream;
import io.anpip.validator.media.MediaFile.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out what a media file is, and reads it. */
public final class MediaFileReader {

    private static final int TRANSPORT_PACKET = 188;
    private static final byte TRANSPORT_SYNC = 0x47;
    private static final int SNIFFED = 8;

    private MediaFileReader() {}

    /**
     * Reads a file.
     *
     * @param track the track that its init segment describes, if it has one
     */
    public static MediaFile read(byte[] bytes, Optional<Track> track) {
        String start = new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("WEBVTT") || start.startsWith("\u00EF\u00BB\u00BFWEBV")) {
            return WebVttReader.read(bytes);
        }
        if (start.startsWith("\u00FF\u00D8") || start.startsWith("\u0089PNG")) {
            return PictureReader.read(bytes);
        }
        boolean transport = bytes.length >= TRANSPORT_PACKET * 2
                && bytes[0] == TRANSPORT_SYNC
                && bytes[TRANSPORT_PACKET] == TRANSPORT_SYNC;
        if (transport) {
            return new TransportStream(bytes.length);
        }
        if (track.isEmpty()) {
            return new Unreadable(bytes.length, "it has no init segment that says what is in it");
        }
        try {
            return new Cmaf(SegmentReader.read(bytes, track.get()));
        } catch (Malformed malformed) {
            return new Unreadable(bytes.length, String.valueOf(malformed.getMessage()));
        }
    }
}
