package io.anpip.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short synthetic clips, no two alike, made once with FFmpeg. */
public final class Clips {

    private Clips() {}

    private static final String SMALL = "320x240";
    private static final String LARGE = "1920x1080";
    /** One chunk: who takes it over has nothing else of it in hand. */
    private static final int LONG_SECONDS = 12;

    /** Makes small ones of these lengths in seconds, and at the end one that keeps an encoder busy for a while. */
    public static List<Path> make(Path ffmpegFolder, Path folder, int... seconds) throws IOException {
        Files.createDirectories(folder);
        List<Path> clips = new ArrayList<>();
        for (int number = 0; number < seconds.length; number++) {
            Path clip = folder.resolve("clip-" + number + ".mp4");
            if (Files.notExists(clip)) {
                make(ffmpegFolder, clip, SMALL, seconds[number], 220 + 40 * number);
            }
            clips.add(clip);
        }
        Path large = folder.resolve("clip-long.mp4");
        if (Files.notExists(large)) {
            make(ffmpegFolder, large, LARGE, LONG_SECONDS, 440);
        }
        clips.add(large);
        return List.copyOf(clips);
    }

    private static void make(Path ffmpegFolder, Path clip, String size, int seconds, int hertz) throws IOException {
        Path part = clip.resolveSibling("part-" + clip.getFileName());
        Process process = new ProcessBuilder(
                        ffmpegFolder.resolve("ffmpeg").toString(),
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=" + size + ":rate=25:duration=" + seconds,
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=" + hertz + ":duration=" + seconds,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-c:a",
                        "aac",
                        part.toString())
                .redirectErrorStream(true)
                .redirectOutput(clip.resolveSibling("ffmpeg.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("FFmpeg could not make a clip; see " + clip.resolveSibling("ffmpeg.log"));
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while making a clip", stopping);
        }
        Files.move(part, clip);
    }
}
