package io.anpip.transcode.plan;

/** What speaks against taking over the pictures of a source as they are. */
public enum PictureObjection {
    CONTAINER("the container is none of MP4, Matroska and Flash video"),
    CODEC("the pictures are not 8-bit 4:2:0 H.264 of High profile or lower"),
    INTERLACED("the pictures are, or may be, interlaced"),
    COLOUR("the colours are not those of BT.709 in limited range"),
    ROTATED("the picture has to be turned"),
    PIXELS("the pixels are not square"),
    SIZE("the picture has not the size of the largest rendition"),
    RATE("the frames are not all on the frame grid of the video"),
    STRUCTURE("not every packet of the track is shown, or it does not begin with a key frame"),
    KEY_FRAMES("not every segment would begin with a key frame"),
    OPEN("pictures before a key frame are coded after it"),
    UNEVEN("the peak of the bit rate is above twice its average"),
    LARGE("the peak of the bit rate is above the cap of the rendition"),
    LONG("the track is larger than can be rewritten in one piece"),
    ALONE("it would be the only rendition, and nobody would have looked at its pictures");

    private final String sentence;

    PictureObjection(String sentence) {
        this.sentence = sentence;
    }

    /** The same in words, for logs. */
    public String sentence() {
        return sentence;
    }
}
