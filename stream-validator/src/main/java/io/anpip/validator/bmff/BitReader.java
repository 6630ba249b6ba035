package io.anpip.validator.bmff;

/** Reads bits and Exp-Golomb codes (ISO/IEC 14496-10, 9.1); past the end it reads zeros, as decoders do. */
final class BitReader {

    private static final int LONGEST_CODE = 32;

    private final byte[] bytes;
    private int position;

    /** @param bytes raw bytes without emulation prevention */
    BitReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Takes out the bytes 3 that keep start codes from occurring inside of a NAL unit. */
    static byte[] withoutEmulation(byte[] nal) {
        byte[] plain = new byte[nal.length];
        int length = 0;
        int zeros = 0;
        for (byte value : nal) {
            if (zeros >= 2 && value == 3) {
                zeros = 0;
            } else {
                plain[length++] = value;
                zeros = value == 0 ? zeros + 1 : 0;
            }
        }
        return java.util.Arrays.copyOf(plain, length);
    }

    int bit() {
        int index = position >> 3;
        int value = index < bytes.length ? (bytes[index] >> (7 - (position & 7))) & 1 : 0;
        position++;
        return value;
    }

    boolean flag() {
        return bit() == 1;
    }

    long bits(int count) {
        long value = 0;
        for (int index = 0; index < count; index++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** An unsigned Exp-Golomb code. */
    int unsigned() throws Malformed {
        int zeros = 0;
        while (!flag()) {
            if (++zeros > LONGEST_CODE) {
                throw new Malformed("a parameter set is cut off");
            }
        }
        return (int) ((1L << zeros) - 1 + bits(zeros));
    }

    /** A signed Exp-Golomb code. */
    int signed() throws Malformed {
        int code = unsigned();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }
}
