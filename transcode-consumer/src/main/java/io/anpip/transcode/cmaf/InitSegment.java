package io.anpip.transcode.cmaf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The init segment of a track: what a decoder needs to know before the first frame. Equal for all chunks of a rendition. */
public final class InitSegment {

    private final byte[] bytes;
    private final String codecs;

    InitSegment(byte[] bytes, String codecs) {
        this.bytes = bytes;
        this.codecs = codecs;
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** RFC 6381 codecs string, such as "avc1.64001F". */
    public String codecs() {
        return codecs;
    }

    /** SHA-256 of its bytes, lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
