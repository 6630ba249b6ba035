package io.anpip.projector.projection;

import java.util.Base64;
import java.util.BitSet;

/**
 * Which chunks of an upload are stored, small enough to keep with every video.
 *
 * @param chunkCount chunks of the upload, 0 while unknown
 * @param bits base64 of a bit set: bit n - 1 is chunk n
 */
public record StoredChunks(int chunkCount, String bits) {

    /** An upload has no more chunks than this; larger numbers are passed over, so that the state stays small. */
    static final int MOST = 10_000;

    static final StoredChunks NONE = new StoredChunks(0, "");

    static StoredChunks of(int chunkNumber, int chunkCount) {
        BitSet set = new BitSet();
        if (chunkNumber >= 1 && chunkNumber <= MOST) {
            set.set(chunkNumber - 1);
        }
        return new StoredChunks(Math.clamp(chunkCount, 0, MOST), encode(set));
    }

    StoredChunks merge(StoredChunks other) {
        if (equals(other) || other.equals(NONE)) {
            return this;
        }
        BitSet union = decode(bits);
        union.or(decode(other.bits));
        return new StoredChunks(Math.max(chunkCount, other.chunkCount), encode(union));
    }

    /** Percent of the chunks that are stored. */
    int percent() {
        return chunkCount == 0 ? 0 : Math.min(100, 100 * decode(bits).cardinality() / chunkCount);
    }

    private static BitSet decode(String bits) {
        return BitSet.valueOf(Base64.getDecoder().decode(bits));
    }

    private static String encode(BitSet set) {
        return Base64.getEncoder().encodeToString(set.toByteArray());
    }
}
