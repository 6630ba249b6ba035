package io.anpip.thumbnail;

import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ObjectRef;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Reads pictures back from the store with a decoder that is not FFmpeg's. */
record StoredPictures(ObjectStore store) {

    byte[] bytes(ObjectRef object) {
        return store.get(object.bucket(), object.key()).join().orElseThrow();
    }

    String text(ObjectRef object) {
        return new String(bytes(object), StandardCharsets.UTF_8);
    }

    BufferedImage picture(ObjectRef object) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes(object))), "not a picture");
        } catch (IOException notAPicture) {
            throw new UncheckedIOException(notAPicture);
        }
    }

    /** Mean brightness of a part, 0 to 255. */
    static double brightness(BufferedImage picture, int x, int y, int width, int height) {
        long sum = 0;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                int rgb = picture.getRGB(column, row);
                sum += ((rgb >> 16 & 0xff) * 299L + (rgb >> 8 & 0xff) * 587L + (rgb & 0xff) * 114L) / 1000;
            }
        }
        return (double) sum / ((long) width * height);
    }
}
