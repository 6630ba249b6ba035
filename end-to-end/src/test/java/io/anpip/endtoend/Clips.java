package io.anpip.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Clips that the tests upload, made by FFmpeg when they are first wanted. */
final class Clips {

    private static final Path FOLDER = Checkout.root().resolve("end-to-end/target/clips");
    private static final String BT709 = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv";

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

    /** 9 s with English 5.1 and German stereo sound, a French track that no FFmpeg can decode, and English and forced German text. */
    static Path manyTracks() {
        return made("many-tracks.mp4", file -> {
            Path english = text("english.srt", """
                    1
                    00:00:01,000 --> 00:00:03,000
                    <i>Hello</i> there

                    2
                    00:00:05,000 --> 00:00:08,000
                    Across the boundary
                    """);
            Path german = text("german.srt", "1\n00:00:02,000 --> 00:00:03,000\nHallo\n");
            FfmpegTool.ffmpeg(
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc2=size=320x180:rate=25:duration=9",
                            "-f",
                            "lavfi",
                            "-i",
                            "aevalsrc='0.2*sin(2*PI*440*t)|0.2*sin(2*PI*440*t)|0.1*sin(2*PI*330*t)|0|0|0':s=48000:d=9:c=5.1",
                            "-f",
                            "lavfi",
                            "-i",
                            "aevalsrc='0.1*sin(2*PI*600*t)|0.1*sin(2*PI*600*t)':s=44100:d=9",
                            "-i",
                            english.toString(),
                            "-i",
                            german.toString(),
                            "-map",
                            "0",
                            "-map",
                            "1",
                            "-map",
                            "2",
                            "-map",
                            "2",
                            "-map",
                            "3",
                            "-map",
                            "4",
                            "-c:v",
                            "libx264",
                            "-preset",
                            "ultrafast",
                            "-pix_fmt",
                            "yuv420p",
                            "-c:a:0",
                            "aac",
                            "-c:a:1",
                            "aac",
                            "-c:a:2",
                            "ac3",
                            "-c:s",
                            "mov_text",
                            "-metadata:s:a:0",
                            "language=eng",
                            "-metadata:s:a:1",
                            "language=deu",
                            "-metadata:s:a:2",
                            "language=fra",
                            "-metadata:s:s:0",
                            "language=eng",
                            "-metadata:s:s:1",
                            "language=deu",
                            "-disposition:s:1",
                            "forced",
                            file)
                    .output();
            // AC-4 is a codec FFmpeg knows the name of, and no more.
            rename(Path.of(file), "ac-3", "ac-4");
        });
    }

    /** 5 s of sound at -23 LUFS (EBU Tech 3341, case 1) and nothing else. */
    static Path song() {
        return made(
                "song.wav",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "aevalsrc='0.070795*sin(2*PI*1000*t)|0.070795*sin(2*PI*1000*t)':s=44100:d=5",
                                "-c:a",
                                "pcm_s16le",
                                file)
                        .output());
    }

    private static Path text(String name, String text) {
        try {
            return Files.writeString(FOLDER.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rename(Path file, String from, String to) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            int at = bytes.indexOf(from);
            Files.writeString(
                    file,
                    bytes.substring(0, at) + to + bytes.substring(at + from.length()),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A white flash and a beep at 5 s and every 10 s after it, both 80 ms long: 610 s, 160x90, 25 fps. */
    static Path flashAndBeep() {
        return made(
                "flash-and-beep.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=black:size=160x90:rate=25:duration=610,format=yuv420p,"
                                        + "drawbox=color=white:t=fill:enable='lt(mod(t+5.001,10),0.08)'",
                                "-f",
                                "lavfi",
                                "-i",
                                "aevalsrc=0.5*sin(2*PI*1000*t)*lt(mod(t+5\\,10)\\,0.08):s=48000:d=610",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-g",
                                "250",
                                "-c:a",
                                "aac",
                                file)
                        .output());
    }

    /** 3 s of one colour in a picture that needs no 480 lines. */
    static Path flat() {
        return made(
                "flat.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=0x336699:size=854x480:rate=25:duration=3",
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

    /** 12 s that may be taken over as they are, picture and sound: H.264 in groups of 2 s, AAC at 48 kHz. */
    static Path conforming() {
        return made(
                "conforming.mp4",
                file -> FfmpegTool.ffmpeg(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=480x360:rate=25:duration=12," + BT709,
                                "-f",
                                "lavfi",
                                "-i",
                                "aevalsrc=0.3*sin(2*PI*330*t)|0.3*sin(2*PI*440*t):d=12.1:s=48000",
                                "-c:v",
                                "libx264",
                                "-b:v",
                                "400k",
                                "-maxrate",
                                "450k",
                                "-bufsize",
                                "450k",
                                "-g",
                                "50",
                                "-sc_threshold",
                                "0",
                                "-pix_fmt",
                                "yuv420p",
                                "-c:a",
                                "aac",
                                "-b:a",
                                "96k",
                                "-metadata",
                                "location=+48.8584+002.2945/",
                                file)
                        .output());
    }

    /** 12 s that conform by all that headers and time stamps say; but after 6 s the encoder's parameters change. */
    static Path changingParameters() {
        return made("changing-parameters.mp4", file -> {
            try (ByteArrayOutputStream both = new ByteArrayOutputStream()) {
                for (String coding : List.of("cabac=1", "cabac=0:8x8dct=0")) {
                    Path half = FOLDER.resolve("half.h264");
                    FfmpegTool.ffmpeg(
                                    "-y",
                                    "-f",
                                    "lavfi",
                                    "-i",
                                    "testsrc2=size=480x360:rate=25:duration=6," + BT709,
                                    "-c:v",
                                    "libx264",
                                    "-b:v",
                                    "400k",
                                    "-maxrate",
                                    "450k",
                                    "-bufsize",
                                    "450k",
                                    "-g",
                                    "50",
                                    "-sc_threshold",
                                    "0",
                                    "-bf",
                                    "0",
                                    "-pix_fmt",
                                    "yuv420p",
                                    "-x264-params",
                                    coding,
                                    half.toString())
                            .output();
                    both.writeBytes(Files.readAllBytes(half));
                }
                Path stream = Files.write(FOLDER.resolve("both.h264"), both.toByteArray());
                FfmpegTool.ffmpeg("-fflags", "+genpts", "-framerate", "25", "-i", stream.toString(), "-c", "copy", file)
                        .output();
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
        });
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
