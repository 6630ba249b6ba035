package io.anpip.thumbnail.frame;

/** A small picture in shades of gray, 0 black to 255 white. */
public final class GrayPicture {

    private final PictureSize size;
    private final byte[] samples;

    /**
     * Takes raw samples.
     *
     * @param samples one byte per pixel, row by row; from now on this picture's own, not to be changed
     */
    public GrayPicture(PictureSize size, byte[] samples) {
        if (samples.length != size.area()) {
            throw new IllegalArgumentException(samples.length + " samples are not a picture of " + size);
        }
        this.size = size;
        this.samples = samples;
    }

    PictureSize size() {
        return size;
    }

    int at(int column, int row) {
        return samples[row * size.width() + column] & 0xff;
    }
}
