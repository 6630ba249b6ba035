package io.anpip.transcode;

import io.anpip.transcode.plan.PlanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clips of a picture of which every quarter has a colour of its own, so that orientation, crop and colours show. */
public final class OddClips {

    /** Plans with chunks of 6 s, the shortest there are, in which everything is encoded. */
    public static final PlanSettings SHORT_CHUNKS = Sources.encodingAll(Duration.ofSeconds(6), Duration.ofSeconds(6));

    /** The colour of the upper left quarter. */
    public static final Rgb RED = new Rgb(200, 50, 50);

    /** Upper right. */
    public static final Rgb GREEN = new Rgb(50, 180, 50);

    /** Lower left. */
    public static final Rgb BLUE = new Rgb(50, 50, 200);

    /** Lower right. */
    public static final Rgb PALE = new Rgb(220, 220, 220);

    private OddClips() {}

    /** The picture as a source of FFmpeg's, in RGB, 10 frames. */
    public static List<String> quarters(String size) {
        return List.of(
                "-f",
                "lavfi",
                "-i",
                "color=c=0xC83232:size=" + size + ":rate=25,format=gbrp"
                        + ",drawbox=x=iw/2:y=0:w=iw:h=ih/2:c=0x32B432:t=fill:replace=1"
                        + ",drawbox=x=0:y=ih/2:w=iw/2:h=ih:c=0x3232C8:t=fill:replace=1"
                        + ",drawbox=x=iw/2:y=ih/2:w=iw:h=ih:c=0xDCDCDC:t=fill:replace=1,trim=end_frame=10");
    }

    /** Makes a clip of the picture; the arguments are separated by single spaces. */
    public static Path quarters(Path file, String size, String arguments) {
        return make(file, quarters(size), arguments);
    }

    /** Makes a file of inputs and further arguments, which are separated by single spaces. */
    public static Path make(Path file, List<String> inputs, String arguments) {
        List<String> all = new ArrayList<>(inputs);
        all.addAll(Arrays.asList(arguments.strip().split(" ")));
        all.add(file.toString());
        Ffmpeg.make(all.toArray(String[]::new));
        return file;
    }

    /** The stream a clip becomes. */
    public static EncodedStream encoded(Path clip) throws IOException {
        Path work = Files.createTempDirectory(clip.getParent(), "stream-");
        return EncodedStream.of(clip, SHORT_CHUNKS, work);
    }

    /** The largest rendition of a stream, as decoded. */
    public static Shown shown(EncodedStream stream) throws IOException {
        return Shown.of(stream.joined(stream.plan().rungs().getLast().name()));
    }

    /** A colour. */
    public record Rgb(int red, int green, int blue) {

        /** The largest difference of a component. */
        public int distance(Rgb other) {
            return Math.max(
                    Math.abs(red - other.red), Math.max(Math.abs(green - other.green), Math.abs(blue - other.blue)));
        }
    }
}
