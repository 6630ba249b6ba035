package io.anpip.thumbnail.frame;

/** Mean and variance of whole numbers, summed exactly. */
final class Spread {
    private long count;
    private long sum;
    private long sumOfSquares;

    /** Of the samples of a part of a picture. */
    static Spread of(GrayPicture picture, int left, int top, int right, int bottom) {
        Spread spread = new Spread();
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                spread.add(picture.at(column, row));
            }
        }
        return spread;
    }

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

    double deviation() {
        return Math.sqrt(variance());
    }
}
