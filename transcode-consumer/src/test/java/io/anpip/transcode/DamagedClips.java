package io.anpip.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** Overwrites packets of a clip with noise, as a bad disk or a broken copy does. */
public final class DamagedClips {

    private DamagedClips() {}

    /** A copy of which those packets of a stream are noise, counted in the order of the file; the container stays whole. */
    public static Path damaged(Path clip, String stream, IntPredicate packets, Path copy) throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        Random noise = new Random(1);
        List<String> places =
                Ffmpeg.probe(clip, "-select_streams", stream, "-show_entries", "packet=pos,size", "-of", "csv=p=0");
        for (int packet = 0; packet < places.size(); packet++) {
            if (packets.test(packet)) {
                String[] place = places.get(packet).split(",", -1);
                byte[] replacement = new byte[Integer.parseInt(place[0])];
                noise.nextBytes(replacement);
                System.arraycopy(replacement, 0, bytes, Integer.parseInt(place[1]), replacement.length);
            }
        }
        return Files.write(copy, bytes);
    }
}
