package io.anpip.thumbnail.frame;

/**
 * How good a picture is to look at, in three measures.
 *
 * @param brightness mean of the samples, 0 to 255
 * @param contrast standard deviation of the samples
 * @param sharpness variance of the Laplacian: small where edges are soft or there are none
 */
public record Look(double brightness, double contrast, double sharpness) {

    /** Below this a picture counts as dark through and through; also where a title stands on black. */
    private static final double BLACK = 16;

    private static final double BRIGHT_ENOUGH = 60;
    private static final double TOO_BRIGHT = 200;
    private static final double WHITE = 245;
    private static final double FULL_CONTRAST = 64;
    /** Sharpness that counts half; pictures in focus have several times as much at 160 pixels. */
    private static final double HALF_SHARP = 300;

    /** Measures a picture. */
    public static Look of(GrayPicture picture) {
        Spread brightness = new Spread();
        Spread edges = new Spread();
        PictureSize size = picture.size();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                brightness.add(picture.at(column, row));
                if (row > 0 && row < size.height() - 1 && column > 0 && column < size.width() - 1) {
                    edges.add(laplacian(picture, column, row));
                }
            }
        }
        return new Look(brightness.mean(), Math.sqrt(brightness.variance()), edges.variance());
    }

    /** 0 for a black, white or even picture, up to 1 for a well lit, sharp one. */
    public double score() {
        double contrastPart = Math.min(1, contrast / FULL_CONTRAST);
        double sharpPart = sharpness / (sharpness + HALF_SHARP);
        return exposure() * (contrastPart + sharpPart) / 2;
    }

    private double exposure() {
        double fromBelow = (brightness - BLACK) / (BRIGHT_ENOUGH - BLACK);
        double fromAbove = (WHITE - brightness) / (WHITE - TOO_BRIGHT);
        return Math.clamp(Math.min(fromBelow, fromAbove), 0, 1);
    }

    private static int laplacian(GrayPicture picture, int column, int row) {
        return picture.at(column - 1, row)
                + picture.at(column + 1, row)
                + picture.at(column, row - 1)
                + picture.at(column, row + 1)
                - 4 * picture.at(column, row);
    }

    /** Mean and variance of whole numbers, summed exactly. */
    private static final class Spread {
        private long count;
        private long sum;
        private long sumOfSquares;

        void add(int value) {
            count++;
            sum += value;
            sumOfSquares += (long) value * value;
        }

        double mean() {
            return count == 0 ? 0 : (double) sum / count;
        }

        double variance() {
            return count == 0 ? 0 : Math.max(0, (double) sumOfSquares / count - mean() * mean());
        }
    }
}
