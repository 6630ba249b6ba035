package io.anpip.transcode.plan;

/** What speaks against taking over a sound track of a source as it is. */
public enum SoundObjection {
    CONTAINER("the container is not MP4"),
    CODEC("the sound is not AAC-LC"),
    CHANNELS("the sound is not stereo"),
    SAMPLE_RATE("the sound has not 48,000 samples a second"),
    BITRATE("the bit rate is unknown, below 32 kbps or above 160 kbps"),
    STARTS_LATE("the sound begins after the picture"),
    ENDS_EARLY("the sound ends before the picture");

    private final String sentence;

    SoundObjection(String sentence) {
        this.sentence = sentence;
    }

    /** The same in words, for logs. */
    public String sentence() {
        return sentence;
    }
}
