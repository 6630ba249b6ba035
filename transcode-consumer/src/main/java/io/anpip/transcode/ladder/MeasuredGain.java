package io.anpip.transcode.ladder;

import java.util.Locale;

/**
 * What a picture size shows that the next smaller one cannot, as measured on pictures of the source.
 *
 * @param shortSide short side of the larger size, pixels
 * @param smallerShortSide short side of the next smaller size of any codec, pixels
 * @param gain 1 minus the structural similarity (SSIM of luma) of the picture and of the same picture brought down to the smaller size and
 *     up again, in that part of all pictures where they differ most: 0 where nothing is lost
 */
public record MeasuredGain(int shortSide, int smallerShortSide, double gain) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%dp over %dp: %.4f", shortSide, smallerShortSide, gain);
    }
}
