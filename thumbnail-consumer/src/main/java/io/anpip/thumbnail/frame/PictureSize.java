package io.anpip.thumbnail.frame;

/** Width and height of a picture in square pixels, both even and at least 2. */
public record PictureSize(int width, int height) {

    public PictureSize {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("Not an even size: " + width + "x" + height);
        }
    }

    /** The same shape with this long side, never larger than it is shown. */
    public static PictureSize fitted(int displayWidth, int displayHeight, int longSide) {
        int longest = Math.max(displayWidth, displayHeight);
        double scale = Math.min(1.0, (double) longSide / longest);
        return new PictureSize(even(displayWidth * scale), even(displayHeight * scale));
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2));
    }

    /** Pixels in all. */
    public int area() {
        return width * height;
    }
}
