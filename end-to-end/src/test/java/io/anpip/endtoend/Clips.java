package io.anpip.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Clips that the tests upload, made by FFmpeg when they are first wanted. */
final class Clips {

    private static final Path FOLDER = Checkout.root().resolve("end-to-end/target/clips");

    private Clips() {}

    /** Four scenes of 6 s with hard cuts, a tone of its own in each: 24 s, 1280x720, 25 fps, stereo. */
    static Path scenes() {
        return made(
                "scenes.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=1280x720:rate=25:duration=6",
                                "-f",
                                "lavfi",
                                "-i",
                                "mandelbrot=size=1280x720:rate=25,trim=duration=6",
                                "-f",
                                "lavfi",
                                "-i",
                                "smptehdbars=size=1280x720:rate=25:duration=6",
                                "-f",
                                "lavfi",
                                "-i",
                                "cellauto=size=1280x720:rate=25:rule=110,trim=duration=6,format=yuv420p",
                                "-f",
                                "lavfi",
                                "-i",
                                "aevalsrc=0.2*sin(2*PI*t*(300+200*floor(t/6)))|0.2*sin(2*PI*t*440):d=24:s=48000",
                                "-filter_complex",
                                "[0:v]format=yuv420p,setsar=1[a];[1:v]format=yuv420p,setsar=1[b];[2:v]format=yuv420p,setsar=1[c];"
                                        + "[3:v]format=yuv420p,setsar=1[d];[a][b][c][d]concat=n=4:v=1[v]",
                                "-map",
                                "[v]",
                                "-map",
                                "4:a",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-crf",
                                "23",
                                "-pix_fmt",
                                "yuv420p",
                                "-g",
                                "50",
                                "-c:a",
                                "aac",
                                "-b:a",
                                "128k",
                                file)
                        .output());
    }

    /** 70 s at a low size: three chunks of work, each a few seconds long. */
    static Path threeChunks() {
        return made(
                "three-chunks.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=854x480:rate=30:duration=70",
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=frequency=440:duration=70:sample_rate=48000",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-pix_fmt",
                                "yuv420p",
                                "-g",
                                "60",
                                "-c:a",
                                "aac",
                                "-shortest",
                                file)
                        .output());
    }

    /** 3 s, small: for what must only go through. */
    static Path small() {
        return made(
                "small.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=320x180:rate=25:duration=3",
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=frequency=440:duration=3:sample_rate=48000",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-pix_fmt",
                                "yuv420p",
                                "-c:a",
                                "aac",
                                file)
                        .output());
    }

    /** 2 s of red, then 2 s of green, without sound. */
    static Path redThenGreen() {
        return made(
                "red-then-green.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=red:size=320x180:rate=25:duration=2",
                                "-f",
                                "lavfi",
                                "-i",
                                "color=0x00c000:size=320x180:rate=25:duration=2",
                                "-filter_complex",
                                "[0:v][1:v]concat=n=2:v=1,format=yuv420p[v]",
                                "-map",
                                "[v]",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-g",
                                "100",
                                file)
                        .output());
    }

    private static synchronized Path made(String name, Consumer<String> make) {
        Path file = FOLDER.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(FOLDER);
                Path partial = FOLDER.resolve("partial-" + name);
                Files.deleteIfExists(partial);
                make.accept(partial.toString());
                Files.move(partial, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
