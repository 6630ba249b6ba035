package io.anpip.thumbnail.frame;

/**
 * How hard the edges of a picture are: the variance of its Laplacian. Black bars around the picture are left out with their edges, which
 * are hard however blurred the rest is.
 */
final class Edges {

    /** Video black with a little noise. */
    private static final int BAR = 24;

    private Edges() {}

    static double variance(GrayPicture picture) {
        PictureSize size = picture.size();
        int top = 0;
        int bottom = size.height();
        int left = 0;
        int right = size.width();
        while (top < bottom && isDark(picture, 0, top, size.width(), top + 1)) {
            top++;
        }
        while (bottom > top && isDark(picture, 0, bottom - 1, size.width(), bottom)) {
            bottom--;
        }
        while (left < right && isDark(picture, left, top, left + 1, bottom)) {
            left++;
        }
        while (right > left && isDark(picture, right - 1, top, right, bottom)) {
            right--;
        }
        Spread edges = new Spread();
        // Beside a bar the first line of the picture is mixed with it.
        int fromRow = top == 0 ? 1 : top + 2;
        int toRow = bottom == size.height() ? bottom - 1 : bottom - 2;
        int fromColumn = left == 0 ? 1 : left + 2;
        int toColumn = right == size.width() ? right - 1 : right - 2;
        for (int row = fromRow; row < toRow; row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                edges.add(laplacian(picture, column, row));
            }
        }
        return edges.variance();
    }

    private static boolean isDark(GrayPicture picture, int left, int top, int right, int bottom) {
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                if (picture.at(column, row) > BAR) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int laplacian(GrayPicture picture, int column, int row) {
        return picture.at(column - 1, row)
                + picture.at(column + 1, row)
                + picture.at(column, row - 1)
                + picture.at(column, row + 1)
                - 4 * picture.at(column, row);
    }
}
