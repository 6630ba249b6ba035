package io.anpip.endtoend;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What a person would see in a screenshot or a poster, told by colours. */
record Picture(BufferedImage pixels) {

    private static final int COLUMNS = 16;
    private static final int ROWS = 9;
    /** Of nine; a play button and controls lie over the others. */
    private static final int FREE_ROWS = 3;

    private static final int ALIKE = 12;

    static Picture of(byte[] file) {
        try {
            return new Picture(Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file)))
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is green in the middle of its width, above the middle of its height. */
    boolean isGreenInTheMiddle() {
        Color color = new Color(pixels.getRGB(pixels.getWidth() / 2, (int) (pixels.getHeight() * 0.3)));
        return color.getGreen() > 120 && color.getRed() < 60 && color.getBlue() < 60;
    }

    /** Whether the upper thirds of two pictures have the same colours in the same places; their sizes may differ. */
    boolean looksAtItsTopLike(Picture other) {
        BufferedImage mine = fields();
        BufferedImage others = other.fields();
        int difference = 0;
        for (int row = 0; row < FREE_ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                difference += difference(new Color(mine.getRGB(column, row)), new Color(others.getRGB(column, row)));
            }
        }
        return difference < ALIKE * COLUMNS * FREE_ROWS;
    }

    private static int difference(Color one, Color other) {
        int red = Math.abs(one.getRed() - other.getRed());
        int green = Math.abs(one.getGreen() - other.getGreen());
        int blue = Math.abs(one.getBlue() - other.getBlue());
        return (red + green + blue) / 3;
    }

    private BufferedImage fields() {
        BufferedImage small = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(pixels.getScaledInstance(COLUMNS, ROWS, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return small;
    }
}
