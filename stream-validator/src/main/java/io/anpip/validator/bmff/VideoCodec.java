package io.anpip.validator.bmff;

/** The configuration of a video codec, as far as rules ask for it. */
public sealed interface VideoCodec {

    /** RFC 6381 codecs string. */
    String codecs();

    /** Whether the stream says that all pictures are frames, or says nothing of fields. */
    boolean progressive();

    /**
     * H.264 (ISO/IEC 14496-15, 5.3.3).
     *
     * @param profile profile_idc
     * @param level level_idc: ten times the level
     * @param lengthSize bytes before each NAL unit that hold its length
     */
    record Avc(String codecs, boolean progressive, int profile, int level, int lengthSize) implements VideoCodec {}

    /** HEVC (ISO/IEC 14496-15, 8.3.3). */
    record Hevc(String codecs, boolean progressive, int lengthSize) implements VideoCodec {}

    /** AV1 (AV1 in ISOBMFF, 2.3). */
    record Av1(String codecs) implements VideoCodec {
        @Override
        public boolean progressive() {
            return true;
        }
    }
}
