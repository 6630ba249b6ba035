package io.anpip.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.ProgressListener;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clips made by FFmpeg on the spot, and what a probe says of them. */
public final class SampleMedia {

    private static final String MOVING = "testsrc2=s=320x180:r=25:d=";
    private static final String BARS = "smptebars=s=320x180:r=25:d=";
    private static final String BLACK = "color=black:s=320x180:r=25:d=";
    private static final String FRACTAL = "mandelbrot=s=320x180:r=25:start_scale=2:end_scale=0.5,trim=duration=";

    private final FfmpegRunner ffmpeg;

    SampleMedia(FfmpegInstallation installation) {
        this.ffmpeg = new FfmpegRunner(installation);
    }

    /** Four scenes with hard cuts at 6, 11 and 18 s of 24, and a tone all the way. */
    byte[] fourScenes() {
        return made(joined(MOVING + 6, BARS + 5, FRACTAL + 7, MOVING + 6), tone(24));
    }

    /** One take of 20 s, with much motion, and a tone that pauses from 9 to 11 s. */
    byte[] oneTake() {
        return made(MOVING + 20, quietBetween(9, 11, 20));
    }

    /** Two scenes with a second of black and silence between them, from 8 to 9 s of 17. */
    byte[] scenesApart() {
        return made(joined(MOVING + 8, BLACK + 1, FRACTAL + 8), quietBetween(8, 9, 17));
    }

    /** Sound without picture that is silent from 8 to 10 s of 20. */
    byte[] twoPieces() {
        return run(List.of("-f", "lavfi", "-i", quietBetween(8, 10, 20), "-c:a", "aac"));
    }

    static SourceProbe probe(double seconds, Chapter... chapters) {
        return probe(seconds, 10, chapters);
    }

    /** What a probe says of a clip with a picture and a sound track, whose key pictures are at most so far apart. */
    public static SourceProbe probe(double seconds, double largestKeyFrameGapSeconds, Chapter... chapters) {
        var video = new VideoTrack(
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
                new Rational(25, 1),
                true,
                Math.round(seconds * 25),
                0,
                seconds,
                largestKeyFrameGapSeconds);
        return new SourceProbe("mov", seconds, Optional.of(video), List.of(audio(1, seconds)), List.of(chapters));
    }

    static SourceProbe soundProbe(double seconds) {
        return new SourceProbe("mov", seconds, Optional.empty(), List.of(audio(0, seconds)), List.of());
    }

    private static AudioTrack audio(int stream, double seconds) {
        return new AudioTrack(stream, "aac", 1, 44_100, Optional.empty(), Optional.empty(), 0, seconds);
    }

    private static String tone(int seconds) {
        return "sine=f=440:d=" + seconds;
    }

    private static String quietBetween(int from, int to, int seconds) {
        return tone(seconds) + ",volume=0:enable='between(t," + from + ',' + to + ")'";
    }

    private static String joined(String... scenes) {
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (int scene = 0; scene < scenes.length; scene++) {
            graph.append(scenes[scene])
                    .append(",format=yuv420p,setsar=1[s")
                    .append(scene)
                    .append("];");
            pads.append("[s").append(scene).append(']');
        }
        return graph + pads.toString() + "concat=n=" + scenes.length;
    }

    private byte[] made(String picture, String sound) {
        return run(List.of(
                "-f",
                "lavfi",
                "-i",
                picture,
                "-f",
                "lavfi",
                "-i",
                sound,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "250",
                "-c:a",
                "aac"));
    }

    private byte[] run(List<String> arguments) {
        try {
            Path file = Files.createTempFile("sample", ".mp4");
            try {
                List<String> command = new ArrayList<>(arguments);
                command.addAll(List.of("-f", "mp4", file.toString()));
                FfmpegOutcome outcome =
                        ffmpeg.run(new FfmpegCommand(command, Duration.ofMinutes(2)), ProgressListener.ignoring());
                assertThat(outcome).isInstanceOf(FfmpegOutcome.Completed.class);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException(diskTrouble);
        }
    }
}
