package io.anpip.upload.session;

import java.util.Base64;

/** Reads the SHA-256 a client announces for a chunk. */
public final class Checksum {

    private static final int SHA256_BYTES = 32;

    private Checksum() {}

    /** The digest of its base64 text. Fails with {@link Refusal.MalformedChecksum} when it is no such text. */
    public static byte[] sha256(String base64) {
        byte[] digest;
        try {
            digest = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal.MalformedChecksum().asException();
        }
        if (digest.length != SHA256_BYTES) {
            throw new Refusal.MalformedChecksum().asException();
        }
        return digest;
    }
}
