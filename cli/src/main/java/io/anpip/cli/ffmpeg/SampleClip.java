package io.anpip.cli.ffmpeg;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.ToolFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A clip that the command line makes itself: scenes that differ in picture and in tone, with hard cuts between them.
 *
 * @param name of the file
 * @param noise how much grain lies over the picture: it makes the work as hard as camera footage does
 */
public record SampleClip(String name, int width, int height, int frameRate, int sceneSeconds, int noise) {
    /** For a first look: 24 s of 720p. */
    public static final SampleClip DEMO = new SampleClip("sample-720p.mp4", 1280, 720, 25, 6, 0);

    /** For measurements: 32 s of 1080p that is not easy to encode. */
    public static final SampleClip BENCH = new SampleClip("bench-1080p.mp4", 1920, 1080, 25, 8, 6);

    private static final String LEVELS = "volume=0.25";

    /** A scene: FFmpeg's source of its picture, what is done to it, and the pitch of its tone. */
    private record Scene(String source, String filter, int hertz) {}

    private List<Scene> scenes() {
        String frame = "size=" + width + "x" + height + ":rate=" + frameRate;
        return List.of(
                new Scene("testsrc2=" + frame, "null", 330),
                new Scene("mandelbrot=" + frame + ":end_scale=0.02:maxiter=300", "null", 440),
                new Scene(
                        "gradients=" + frame + ":c0=0x102a6b:c1=0xe8703a:c2=0x1b998b:nb_colors=3:speed=0.03:seed=7",
                        "null",
                        550),
                new Scene(
                        "life=size=" + width / 8 + "x" + height / 8 + ":rate=" + frameRate
                                + ":mold=12:ratio=0.2:seed=3:death_color=#2a1a5e:life_color=#ffd166:mold_color=#06d6a0",
                        "scale=" + width + ":" + height + ":flags=neighbor",
                        660));
    }

    /** The file in this folder, made at first use. */
    public Path in(Path folder, Path ffmpeg) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            Path draft =
                    folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".mp4");
            make(ffmpeg, draft);
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new CommandFailed(new ToolFailed("ffmpeg", -1, String.valueOf(failed.getMessage())), failed);
        }
    }

    /** The whole command line; pure. */
    List<String> command(Path ffmpeg, Path target) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.toString(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
        for (Scene scene : scenes()) {
            command.addAll(List.of("-f", "lavfi", "-t", sceneSeconds + "", "-i", scene.source()));
        }
        for (Scene scene : scenes()) {
            String tone = "sine=frequency=" + scene.hertz() + ":sample_rate=48000:beep_factor=4";
            command.addAll(List.of("-f", "lavfi", "-t", sceneSeconds + "", "-i", tone));
        }
        command.addAll(List.of("-filter_complex", graph(), "-map", "[v]", "-map", "[a]"));
        command.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2", "-movflags", "+faststart"));
        command.add(target.toString());
        return command;
    }

    private String graph() {
        List<Scene> scenes = scenes();
        StringBuilder graph = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < scenes.size(); i++) {
            graph.append("[%d:v]%s,setsar=1,format=yuv420p%s[v%d];"
                    .formatted(i, scenes.get(i).filter(), noise > 0 ? ",noise=alls=" + noise + ":allf=t" : "", i));
            graph.append("[%d:a]%s,aformat=channel_layouts=stereo[a%d];".formatted(i + scenes.size(), LEVELS, i));
            joined.append("[v%d][a%d]".formatted(i, i));
        }
        return graph.append(joined)
                .append("concat=n=%d:v=1:a=1[v][a]".formatted(scenes.size()))
                .toString();
    }

    private void make(Path ffmpeg, Path target) throws IOException {
        Process process = new ProcessBuilder(command(ffmpeg, target))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                Files.deleteIfExists(target);
                String last = said.lines().reduce((_, line) -> line).stream().collect(Collectors.joining());
                throw new CommandFailed(new ToolFailed("ffmpeg", exitCode, last));
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }
}
