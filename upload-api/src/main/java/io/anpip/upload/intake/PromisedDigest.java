package io.anpip.upload.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What the bytes of one request must hash to, by the checksum extension of tus 1.0.
 *
 * @param algorithm as the JDK names it
 */
public record PromisedDigest(String algorithm, byte[] expected) {

    /** The names of the protocol, and those of the JDK. */
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512", "md5", "MD5");

    /** What may be named in {@code Tus-Checksum-Algorithm}. */
    public static final String OFFERED = "sha1,sha256,sha512,md5";

    /** Reads {@code Upload-Checksum}; empty when the algorithm is none of ours or the rest is no digest. */
    public static Optional<PromisedDigest> parse(String header) {
        String[] parts = header.strip().split(" ", 2);
        String algorithm = ALGORITHMS.get(parts[0]);
        if (algorithm == null || parts.length < 2) {
            return Optional.empty();
        }
        try {
            byte[] digest = Base64.getDecoder().decode(parts[1].strip());
            PromisedDigest promised = new PromisedDigest(algorithm, digest);
            return digest.length == promised.begin().getDigestLength() ? Optional.of(promised) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A digest of nothing yet. */
    public MessageDigest begin() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has " + algorithm, missing);
        }
    }

    /** Whether the bytes are those that were promised. */
    public boolean isKeptBy(MessageDigest digest) {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
