package io.anpip.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes clips in which every frame tells its number: its brightness is 30 + 37 * n mod 180, all over the picture. */
public final class SampleClips {

    /** Brightness of the frame of this number. */
    public static int brightness(long frame) {
        return 30 + (int) (frame * 37 % 180);
    }

    private SampleClips() {}

    /** A clip of numbered frames, with more arguments for FFmpeg before the name of the output. */
    public static Path numbered(Path file, String size, String rate, int frames, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=%s:rate=%s,geq=lum='30+mod(N*37,180)':cb=128:cr=128".formatted(size, rate)));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-frames:v", Integer.toString(frames), file.toString()));
        Ffmpeg.make(all.toArray(String[]::new));
        return file;
    }

    /** Moving pictures of many colours, and a tone. */
    public static Path moving(Path file, String size, String rate, int seconds, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=%s:rate=%s:duration=%d".formatted(size, rate, seconds),
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=997:sample_rate=44100:duration=" + seconds));
        all.addAll(List.of(arguments));
        all.add(file.toString());
        Ffmpeg.make(all.toArray(String[]::new));
        return file;
    }

    /** The brightness of every frame of a file, as decoded. */
    public static List<Double> brightnesses(Path file) {
        return Ffmpeg.log(
                        "-i",
                        file.toString(),
                        "-vf",
                        "signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-",
                        "-f",
                        "null",
                        "-v",
                        "error",
                        "-fps_mode",
                        "passthrough",
                        "-")
                .lines()
                .filter(line -> line.startsWith("lavfi.signalstats.YAVG="))
                .map(line -> Double.valueOf(line.substring(line.indexOf('=') + 1)))
                .toList();
    }
}
