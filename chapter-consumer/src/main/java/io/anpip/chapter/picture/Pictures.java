package io.anpip.chapter.picture;

/**
 * Small pictures one behind the other, as FFmpeg writes them: 32x18 of brightness, 16x9 of each of two colours (yuv420p, limited range).
 *
 * <p>Small on purpose: what stays at this size is what a scene looks like, and what goes is detail, noise and small motion.
 */
public final class Pictures {

    public static final int WIDTH = 32;
    public static final int HEIGHT = 18;

    private static final int LUMA = WIDTH * HEIGHT;

    /** Bytes of one picture. */
    public static final int BYTES = LUMA + 2 * (WIDTH / 2) * (HEIGHT / 2);

    private static final double PERCENT_OF_RANGE = 100.0 / 255;

    /** Below this standard deviation there is no structure to compare. */
    private static final double FLAT = 3;

    /** A tenth of the way from black (16) to white (235). */
    private static final int DARK = 38;

    private static final int BRIGHT = 215;
    private static final double NEARLY_ALL = 0.98;

    private final byte[] pixels;

    /** Takes the bytes over; they must not change any more. A last picture that is cut off is left out. */
    public Pictures(byte[] pixels) {
        this.pixels = pixels;
    }

    /** How many there are. */
    public int count() {
        return pixels.length / BYTES;
    }

    /** How much two pictures differ, in percent of the full range, averaged over the picture. */
    public double difference(int one, int other) {
        int a = one * BYTES;
        int b = other * BYTES;
        long sum = 0;
        for (int i = 0; i < BYTES; i++) {
            sum += Math.abs((pixels[a + i] & 0xff) - (pixels[b + i] & 0xff));
        }
        return PERCENT_OF_RANGE * sum / BYTES;
    }

    /** How much of the structure two pictures share whatever their exposure: 1 is all of it, 0 none (correlation of brightness). */
    public double resemblance(int one, int other) {
        double meanA = mean(one);
        double meanB = mean(other);
        double both = 0;
        double varianceA = 0;
        double varianceB = 0;
        for (int i = 0; i < LUMA; i++) {
            double a = luma(one, i) - meanA;
            double b = luma(other, i) - meanB;
            both += a * b;
            varianceA += a * a;
            varianceB += b * b;
        }
        boolean flat = Math.min(varianceA, varianceB) < FLAT * FLAT * LUMA;
        return flat ? 0 : both / Math.sqrt(varianceA * varianceB);
    }

    /** Whether a picture is black nearly everywhere. */
    public boolean isBlack(int picture) {
        int dark = 0;
        for (int i = 0; i < LUMA; i++) {
            dark += luma(picture, i) < DARK ? 1 : 0;
        }
        return dark >= NEARLY_ALL * LUMA;
    }

    /** Whether a picture is white nearly everywhere. */
    public boolean isWhite(int picture) {
        int bright = 0;
        for (int i = 0; i < LUMA; i++) {
            bright += luma(picture, i) > BRIGHT ? 1 : 0;
        }
        return bright >= NEARLY_ALL * LUMA;
    }

    private double mean(int picture) {
        long sum = 0;
        for (int i = 0; i < LUMA; i++) {
            sum += luma(picture, i);
        }
        return (double) sum / LUMA;
    }

    private int luma(int picture, int index) {
        return pixels[picture * BYTES + index] & 0xff;
    }
}
