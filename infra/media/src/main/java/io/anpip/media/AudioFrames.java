package io.anpip.media;

/** Recognises MP3 and ADTS frames by two sync words in a row at the distance the first header gives. */
final class AudioFrames {

    private static final int[] MPEG1_LAYER3_KBPS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] MPEG2_LAYER3_KBPS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] MPEG1_LAYER2_KBPS = {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    private AudioFrames() {}

    static boolean adtsAt(byte[] bytes, int at) {
        int length = adtsFrameLength(bytes, at);
        return length > 0 && adtsFrameLength(bytes, at + length) > 0;
    }

    static boolean mpegAudioAt(byte[] bytes, int at) {
        int length = mpegFrameLength(bytes, at);
        return length > 0 && mpegFrameLength(bytes, at + length) > 0;
    }

    /** 0 where there is no ADTS header. */
    private static int adtsFrameLength(byte[] bytes, int at) {
        if (at < 0 || at + 7 > bytes.length || (bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xf6) != 0xf0) {
            return 0;
        }
        int length = (bytes[at + 3] & 0x03) << 11 | (bytes[at + 4] & 0xff) << 3 | (bytes[at + 5] & 0xff) >> 5;
        return length > 7 ? length : 0;
    }

    /** 0 where there is no header of MPEG audio layer 2 or 3. */
    private static int mpegFrameLength(byte[] bytes, int at) {
        if (at < 0 || at + 4 > bytes.length || (bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xe0) != 0xe0) {
            return 0;
        }
        int version = bytes[at + 1] >> 3 & 3; // 3 = MPEG-1, 2 = MPEG-2, 0 = MPEG-2.5
        int layer = bytes[at + 1] >> 1 & 3; // 1 = layer 3, 2 = layer 2
        int bitRateIndex = bytes[at + 2] >> 4 & 0xf;
        int rateIndex = bytes[at + 2] >> 2 & 3;
        if (version == 1 || (layer != 1 && layer != 2) || bitRateIndex == 0 || bitRateIndex == 15 || rateIndex == 3) {
            return 0;
        }
        boolean mpeg1 = version == 3;
        int[] kbps = mpeg1 ? layer == 1 ? MPEG1_LAYER3_KBPS : MPEG1_LAYER2_KBPS : MPEG2_LAYER3_KBPS;
        int sampleRate = SAMPLE_RATES[rateIndex] >> (mpeg1 ? 0 : version == 2 ? 1 : 2);
        int samples = layer == 1 && !mpeg1 ? 576 : 1152;
        int padding = bytes[at + 2] >> 1 & 1;
        return samples / 8 * kbps[bitRateIndex] * 1000 / sampleRate + padding;
    }
}
