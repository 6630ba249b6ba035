package io.anpip.thumbnail.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.ProgressListener;
import io.anpip.schemas.Rational;
import io.anpip.schemas.VideoTrack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A clip of scenes, 320x180 at 5 pictures a second. Scenes that make a good poster are green, the others are red: so a poster tells from
 * which it was taken.
 */
final class TrapClip {

    static final int RATE = 5;
    private static final String TEXTURE = "mandelbrot=s=320x180:r=5:start_scale=0.9:end_scale=0.3:end_pts=100";

    private final List<String> scenes = new ArrayList<>();
    private double seconds;

    /** A well lit, sharp scene. */
    TrapClip good(double length) {
        return scene(TEXTURE, "eq=brightness=0.1", length, true);
    }

    /** The same with more filters. */
    TrapClip good(double length, String filters) {
        return scene(TEXTURE, "eq=brightness=0.1," + filters, length, true);
    }

    /** A scene that should not be the poster, with filters that spoil it. */
    TrapClip bad(double length, String filters) {
        return scene(TEXTURE, "eq=brightness=0.1," + filters, length, false);
    }

    /** One even shade. */
    TrapClip even(double length, String colour) {
        return scene("color=" + colour + ":s=320x180:r=5", "null", length, false);
    }

    private TrapClip scene(String source, String filters, double length, boolean good) {
        // Colours say which scene it is; brightness, which is all the choice looks at, stays as it is.
        String tint = good ? "lutyuv=u=96:v=96" : "lutyuv=u=118:v=168";
        scenes.add(String.format(
                Locale.ROOT,
                "%s,trim=duration=%.3f,setpts=PTS-STARTPTS,format=yuv420p,%s,scale=320:180,setsar=1,%s",
                source,
                length,
                filters,
                tint));
        seconds += length;
        return this;
    }

    double seconds() {
        return seconds;
    }

    /** Writes the clip. */
    Path in(Path folder, FfmpegRunner ffmpeg) {
        Path file = folder.resolve("trap.mp4");
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (int index = 0; index < scenes.size(); index++) {
            graph.append(scenes.get(index)).append("[s").append(index).append("];");
            pads.append("[s").append(index).append(']');
        }
        graph.append(pads).append("concat=n=").append(scenes.size()).append(":v=1[v]");
        run(
                ffmpeg,
                List.of(
                        "-filter_complex",
                        graph.toString(),
                        "-map",
                        "[v]",
                        "-r",
                        "5",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-crf",
                        "16",
                        "-g",
                        "50",
                        "-f",
                        "mp4",
                        file.toString()));
        return file;
    }

    static void run(FfmpegRunner ffmpeg, List<String> arguments) {
        FfmpegOutcome outcome =
                ffmpeg.run(new FfmpegCommand(arguments, Duration.ofMinutes(1)), ProgressListener.ignoring());
        assertThat(outcome).isInstanceOf(FfmpegOutcome.Completed.class);
    }

    /** What a probe says of the clip. */
    VideoTrack track() {
        return new VideoTrack(
                0,
                "h264",
                320,
                180,
                new Rational(1, 1),
                0,
                320,
                180,
                "yuv420p",
                "progressive",
                "unknown",
                new Rational(RATE, 1),
                true,
                Math.round(seconds * RATE),
                0,
                seconds,
                10);
    }
}
