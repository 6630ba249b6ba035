package io.anpip.validator.bmff;

import java.nio.ByteBuffer;

/**
 * An AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1).
 *
 * @param objectType audio object type, 2 for AAC-LC
 * @param channels channels; 0 if the stream itself tells
 * @param samplingRate in Hz; 0 if it is an unknown one
 */
record AudioConfig(int objectType, int channels, int samplingRate) {

    private static final int AAC = 0x40;
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8};

    /** Walks the descriptors of an esds box down to the configuration. */
    static AudioConfig read(ByteBuffer esds) throws Malformed {
        esds.position(4);
        while (esds.remaining() > 2) {
            int tag = esds.get();
            int length = length(esds);
            switch (tag) {
                case 3 -> esds.position(esds.position() + 3);
                case 4 -> {
                    if (esds.get(esds.position()) != AAC) {
                        throw new Malformed("its sound is not AAC");
                    }
                    esds.position(esds.position() + 13);
                }
                case 5 -> {
                    byte[] config = new byte[Math.min(length, esds.remaining())];
                    esds.get(config);
                    return of(new BitReader(config));
                }
                default -> esds.position(Math.min(esds.limit(), esds.position() + length));
            }
        }
        throw new Malformed("its AAC configuration is missing");
    }

    private static int length(ByteBuffer esds) {
        int length = 0;
        int next;
        do {
            next = esds.get();
            length = (length << 7) | (next & 0x7F);
        } while ((next & 0x80) != 0);
        return length;
    }

    private static AudioConfig of(BitReader bits) {
        int objectType = (int) bits.bits(5);
        if (objectType == 31) {
            objectType = 32 + (int) bits.bits(6);
        }
        int index = (int) bits.bits(4);
        int rate = index == 15 ? (int) bits.bits(24) : index < RATES.length ? RATES[index] : 0;
        int channels = (int) bits.bits(4);
        return new AudioConfig(objectType, channels < CHANNELS.length ? CHANNELS[channels] : 0, rate);
    }
}
