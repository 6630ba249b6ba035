package io.anpip.thumbnail.render;

import io.anpip.media.StdoutReader;
import io.anpip.thumbnail.frame.GrayPicture;
import io.anpip.thumbnail.frame.Look;
import io.anpip.thumbnail.frame.PictureSize;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads raw gray pictures off FFmpeg's standard output and keeps how each one looks, not the picture.
 *
 * <p>Threading: written on the thread of a run, read after the run has ended. A second run starts afresh.
 */
final class GrayFrames implements StdoutReader {

    private final PictureSize size;
    private volatile List<Look> looks = List.of();

    GrayFrames(PictureSize size) {
        this.size = size;
    }

    List<Look> looks() {
        return looks;
    }

    @Override
    public void read(InputStream stdout) throws IOException {
        List<Look> seen = new ArrayList<>();
        looks = List.of();
        byte[] samples = stdout.readNBytes(size.area());
        while (samples.length == size.area()) {
            seen.add(Look.of(new GrayPicture(size, samples)));
            looks = List.copyOf(seen);
            samples = stdout.readNBytes(size.area());
        }
    }
}
