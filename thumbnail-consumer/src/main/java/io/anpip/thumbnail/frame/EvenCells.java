package io.anpip.thumbnail.frame;

/** Cuts a picture into cells and tells those that are one even shade from those that show something. */
final class EvenCells {

    private static final int ACROSS = 16;
    private static final int DOWN = 9;

    /** A cell is even when its spread is below this part of the whole picture's: so it holds for dark pictures, too. */
    private static final double EVEN = 0.04;

    /** And at least below this: the noise of an encoder. */
    private static final double NOISE = 0.75;

    private EvenCells() {}

    static double shareOfOthers(GrayPicture picture, double spreadOfAll) {
        PictureSize size = picture.size();
        int across = Math.min(ACROSS, size.width());
        int down = Math.min(DOWN, size.height());
        int others = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                Spread cell = Spread.of(
                        picture,
                        column * size.width() / across,
                        row * size.height() / down,
                        (column + 1) * size.width() / across,
                        (row + 1) * size.height() / down);
                if (cell.deviation() > Math.max(NOISE, EVEN * spreadOfAll)) {
                    others++;
                }
            }
        }
        return (double) others / (across * down);
    }
}
