package io.anpip.validator.bmff;

import java.util.Optional;

/** A sample description: what the samples of a track are. */
public sealed interface SampleEntry {

    /** Its four characters. */
    String type();

    /** RFC 6381 codecs string. */
    String codecs();

    /**
     * Video.
     *
     * @param width in pixels
     * @param height in pixels
     * @param squarePixels whether no pasp box says otherwise
     * @param transfer transfer characteristics (ISO/IEC 23091-2), if they are named
     */
    record Video(String type, VideoCodec codec, int width, int height, boolean squarePixels, Optional<Integer> transfer)
            implements SampleEntry {
        @Override
        public String codecs() {
            return codec.codecs();
        }
    }

    /** Audio. */
    record Audio(String type, String codecs, int channels, int samplingRate) implements SampleEntry {

        /** Whether it is AAC of any kind. */
        public boolean isAac() {
            return codecs.matches("mp4a\\.40\\.(2|5|29)");
        }
    }

    /** Text: wvtt or stpp. */
    record Text(String type, String codecs) implements SampleEntry {}

    /**
     * Something else, or something that cannot be read.
     *
     * @param problem why
     */
    record Unknown(String type, String problem) implements SampleEntry {
        @Override
        public String codecs() {
            return type;
        }
    }
}
