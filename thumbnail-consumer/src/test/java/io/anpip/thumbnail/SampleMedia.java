package io.anpip.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.ProgressListener;
import io.anpip.schemas.AudioTrack;
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
final class SampleMedia {

    /** Stands in the tags of {@link #withTags}. */
    static final String PLANTED = "planted-in-a-garden";

    private final FfmpegRunner ffmpeg;

    SampleMedia(FfmpegInstallation installation) {
        this.ffmpeg = new FfmpegRunner(installation);
    }

    /**
     * Black for 2 s, then a pattern whose left half tells the time: its brightness is 50 + 15 for every second since the start.
     */
    byte[] clock(int seconds, int keyFrameEvery) {
        String picture = "nullsrc=s=320x180:r=10:d=" + seconds
                + ",geq=lum='if(lt(T,2),0,if(lt(X,W/2),50+15*T,if(mod(floor(X/8)+floor(Y/8),2),230,30)))':cb=128:cr=128"
                + ",format=yuv420p";
        return made(List.of(
                "-f",
                "lavfi",
                "-i",
                picture,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "18",
                "-g",
                "" + keyFrameEvery));
    }

    /** The clock with a tag that tells players to turn it by 90 degrees. */
    byte[] turned(byte[] clip) {
        return withFile(clip, file -> made(List.of("-display_rotation", "90", "-i", file.toString(), "-c", "copy")));
    }

    /** The clip with tags as phones write them. */
    byte[] withTags(byte[] clip) {
        return withFile(
                clip,
                file -> made(List.of(
                        "-i",
                        file.toString(),
                        "-c",
                        "copy",
                        "-metadata",
                        "title=" + PLANTED,
                        "-metadata",
                        "comment=" + PLANTED,
                        "-metadata:s:v",
                        "handler_name=" + PLANTED,
                        "-metadata",
                        "location=+48.2082+016.3738/")));
    }

    /** Five seconds of a tone. */
    byte[] tone() {
        return made(List.of("-f", "lavfi", "-i", "sine=f=440:d=5", "-c:a", "aac"));
    }

    static SourceProbe probe(int width, int height, int rotation, double seconds, double keyFrameGap) {
        boolean upright = rotation % 180 == 0;
        var video = new VideoTrack(
                0,
                "h264",
                width,
                height,
                new Rational(1, 1),
                rotation,
                upright ? width : height,
                upright ? height : width,
                "yuv420p",
                "progressive",
                "unknown",
                new Rational(10, 1),
                true,
                Math.round(seconds * 10),
                0,
                seconds,
                keyFrameGap);
        return new SourceProbe("mov", seconds, Optional.of(video), List.of(), List.of());
    }

    static SourceProbe soundProbe() {
        var audio = new AudioTrack(0, "aac", 1, 44_100, Optional.empty(), Optional.empty(), 0, 5);
        return new SourceProbe("mov", 5, Optional.empty(), List.of(audio), List.of());
    }

    private byte[] made(List<String> arguments) {
        return withFile(new byte[0], file -> {
            List<String> command = new ArrayList<>(arguments);
            command.addAll(List.of("-f", "mp4", file.toString()));
            FfmpegOutcome outcome =
                    ffmpeg.run(new FfmpegCommand(command, Duration.ofMinutes(2)), ProgressListener.ignoring());
            assertThat(outcome).isInstanceOf(FfmpegOutcome.Completed.class);
            return Files.readAllBytes(file);
        });
    }

    private interface FileUse {
        byte[] apply(Path file) throws IOException;
    }

    private static byte[] withFile(byte[] content, FileUse use) {
        try {
            Path file = Files.createTempFile("sample", ".mp4");
            try {
                Files.write(file, content);
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException(diskTrouble);
        }
    }
}
