package io.anpip.thumbnail.frame;

/**
 * How good a picture is to look at, in four measures.
 *
 * @param brightness mean of the samples, 0 to 255
 * @param contrast standard deviation of the samples
 * @param sharpness variance of the Laplacian, between bars: small where edges are soft or there are none
 * @param filled share of the picture that is not one even shade, 0 to 1: small where a title stands on an empty ground
 */
public record Look(double brightness, double contrast, double sharpness, double filled) {

    /** Below this a picture counts as dark through and through; also where a title stands on black. */
    private static final double BLACK = 16;

    private static final double BRIGHT_ENOUGH = 60;
    private static final double TOO_BRIGHT = 200;
    private static final double WHITE = 245;
    private static final double FULL_CONTRAST = 64;
    /** Spread of a picture that shows nothing but the noise of camera and encoder. */
    private static final double NOISE = 2;
    /** So much a dark picture keeps, so that among dark ones the one with something on it is found. */
    private static final double LEAST_EXPOSURE = 0.02;
    /** Sharpness that counts half; pictures in focus have several times as much at 160 pixels. */
    public static final double HALF_SHARP = 300;
    /** From here on a picture counts as full: skies and walls are even, too. */
    private static final double FULL = 0.4;

    /** A picture that is full. */
    public Look(double brightness, double contrast, double sharpness) {
        this(brightness, contrast, sharpness, 1);
    }

    /** Measures a picture. */
    public static Look of(GrayPicture picture) {
        PictureSize size = picture.size();
        Spread all = Spread.of(picture, 0, 0, size.width(), size.height());
        return new Look(
                all.mean(),
                all.deviation(),
                Edges.variance(picture),
                EvenCells.shareOfOthers(picture, all.deviation()));
    }

    /** 0 for a black, white or even picture, up to 1 for a well lit, sharp one. */
    public double score() {
        return score(HALF_SHARP);
    }

    /**
     * The score among pictures of one video.
     *
     * @param halfSharp sharpness that counts half: of soft material even the best has little
     */
    public double score(double halfSharp) {
        double contrastPart = Math.clamp((contrast - NOISE) / (FULL_CONTRAST - NOISE), 0, 1);
        double sharpPart = sharpness / (sharpness + halfSharp);
        return exposure() * fullness() * (contrastPart + sharpPart) / 2;
    }

    /** Falls steeply: a few bright words on a black ground have more contrast than a night scene, and are a worse poster. */
    private double fullness() {
        double part = Math.min(1, filled / FULL);
        return part * part * part;
    }

    private double exposure() {
        double fromBelow = Math.max(LEAST_EXPOSURE, (brightness - BLACK) / (BRIGHT_ENOUGH - BLACK));
        double fromAbove = (WHITE - brightness) / (WHITE - TOO_BRIGHT);
        return Math.clamp(Math.min(fromBelow, fromAbove), 0, 1);
    }
}
