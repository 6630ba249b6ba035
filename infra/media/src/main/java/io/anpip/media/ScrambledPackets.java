package io.anpip.media;

import java.io.IOException;

/**
 * Tells from the first packets of a transport stream whether its content is scrambled: each packet says so itself, in
 * {@code transport_scrambling_control} (ISO/IEC 13818-1, 2.4.3.3). Tables are never scrambled.
 */
final class ScrambledPackets {

    private static final int PACKET = 188;
    private static final int PACKET_WITH_TIME = 192;
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final byte SYNC = 0x47;

    private ScrambledPackets() {}

    static boolean isScrambled(ByteSource source) throws IOException {
        byte[] sample = source.read(0, SAMPLE_BYTES);
        boolean plain = sample.length > PACKET && sample[0] == SYNC && sample[PACKET] == SYNC;
        int distance = plain ? PACKET : PACKET_WITH_TIME;
        int packets = 0;
        int scrambled = 0;
        for (int at = plain ? 0 : 4; at + 4 <= sample.length; at += distance) {
            if (sample[at] == SYNC) {
                packets++;
                scrambled += (sample[at + 3] & 0xc0) == 0 ? 0 : 1;
            }
        }
        return scrambled * 2 > packets;
    }
}
