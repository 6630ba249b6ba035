package io.anpip.validator.bmff;

import java.util.Optional;
import java.util.Set;

/**
 * What the sequence parameter set of an H.264 stream says (ISO/IEC 14496-10, 7.3.2.1.1).
 *
 * @param progressive whether all pictures are frames
 * @param transfer transfer characteristics, if it names them
 */
record AvcParameters(boolean progressive, Optional<Integer> transfer) {

    private static final Set<Integer> WITH_CHROMA_FORMAT =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final int EXTENDED_SAR = 255;

    /** Reads a NAL unit of type 7. */
    static AvcParameters read(byte[] nal) throws Malformed {
        BitReader bits = new BitReader(BitReader.withoutEmulation(nal));
        bits.bits(8);
        int profile = (int) bits.bits(8);
        bits.bits(16);
        bits.unsigned();
        if (WITH_CHROMA_FORMAT.contains(profile)) {
            skipChroma(bits);
        }
        bits.unsigned();
        skipOrder(bits);
        bits.unsigned();
        bits.bit();
        bits.unsigned();
        bits.unsigned();
        boolean progressive = bits.flag();
        if (!progressive) {
            bits.bit();
        }
        bits.bit();
        if (bits.flag()) {
            for (int side = 0; side < 4; side++) {
                bits.unsigned();
            }
        }
        return new AvcParameters(progressive, bits.flag() ? transfer(bits) : Optional.empty());
    }

    private static void skipChroma(BitReader bits) throws Malformed {
        int chroma = bits.unsigned();
        if (chroma == 3) {
            bits.bit();
        }
        bits.unsigned();
        bits.unsigned();
        bits.bit();
        if (bits.flag()) {
            for (int list = 0; list < (chroma == 3 ? 12 : 8); list++) {
                if (bits.flag()) {
                    skipScalingList(bits, list < 6 ? 16 : 64);
                }
            }
        }
    }

    private static void skipScalingList(BitReader bits, int size) throws Malformed {
        int last = 8;
        int next = 8;
        for (int index = 0; index < size; index++) {
            if (next != 0) {
                next = (last + bits.signed() + 256) % 256;
            }
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrder(BitReader bits) throws Malformed {
        int type = bits.unsigned();
        if (type == 0) {
            bits.unsigned();
        } else if (type == 1) {
            bits.bit();
            bits.signed();
            bits.signed();
            int count = bits.unsigned();
            for (int index = 0; index < Math.min(count, 255); index++) {
                bits.signed();
            }
        }
    }

    /** The beginning of the VUI (Annex E.1.1). */
    private static Optional<Integer> transfer(BitReader bits) {
        if (bits.flag() && bits.bits(8) == EXTENDED_SAR) {
            bits.bits(32);
        }
        if (bits.flag()) {
            bits.bit();
        }
        if (bits.flag()) {
            bits.bits(4);
            if (bits.flag()) {
                bits.bits(8);
                return Optional.of((int) bits.bits(8));
            }
        }
        return Optional.empty();
    }
}
