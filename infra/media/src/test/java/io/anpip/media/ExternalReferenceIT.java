package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A QuickTime file may say that its pictures are in another file: FFmpeg would open that, and show it to the uploader. */
@Timeout(60)
class ExternalReferenceIT {

    private static final List<String> PATH_TO_REFERENCE = List.of("moov", "trak", "mdia", "minf", "dinf");

    private final FfmpegRunner runner = new FfmpegRunner(SampleMedia.ffmpeg());

    @TempDir
    private Path directory;

    @Test
    void theFileThatAnAliasNamesIsNotOpened() throws IOException {
        Path secret = SampleMedia.make(
                directory.resolve("secret.mov"), SampleMedia.pictures(1, 25), List.of("-c:v", "mjpeg"));
        Path alias = Files.write(
                directory.resolve("alias.mov"), withoutPictures(referring(Files.readAllBytes(secret), "secret.mov")));
        List<String> guarded = MediaInput.file(alias, ContainerFormat.MP4).arguments();
        List<String> allowed = new ArrayList<>(guarded);
        allowed.set(allowed.indexOf("-enable_drefs") + 1, "1");

        assertThat(framesDecoded(allowed))
                .as("FFmpeg follows the alias when it may")
                .isPositive();
        assertThat(framesDecoded(guarded)).as("through the guard").isZero();
    }

    private long framesDecoded(List<String> input) {
        List<String> arguments = new ArrayList<>(input);
        arguments.addAll(List.of("-f", "null", "-"));
        long[] frames = new long[1];
        runner.run(
                new FfmpegCommand(arguments, Duration.ofSeconds(30)),
                progress -> frames[0] = Math.max(frames[0], progress.frames()));
        return frames[0];
    }

    /** The copy's own media data are zeros: what can be seen comes from elsewhere. */
    private static byte[] withoutPictures(byte[] file) {
        byte[] copy = file.clone();
        int mdat = indexOf(copy, "mdat", 0);
        int length = ByteBuffer.wrap(copy).getInt(mdat - 4) - 8;
        java.util.Arrays.fill(copy, mdat + 4, mdat + 4 + length, (byte) 0);
        return copy;
    }

    /** The file with an alias record in place of "in this file"; its index stands at the end, so nothing else moves. */
    private static byte[] referring(byte[] file, String name) {
        int dref = indexOf(file, "dref", 0) - 4;
        int oldLength = ByteBuffer.wrap(file).getInt(dref);
        byte[] reference = dataReference(name);
        ByteBuffer out = ByteBuffer.allocate(file.length + reference.length - oldLength);
        out.put(file, 0, dref).put(reference).put(file, dref + oldLength, file.length - dref - oldLength);
        int at = 0;
        for (String box : PATH_TO_REFERENCE) {
            at = indexOf(out.array(), box, at);
            out.putInt(at - 4, out.getInt(at - 4) + reference.length - oldLength);
        }
        return out.array();
    }

    /** A {@code dref} with one alias, as FFmpeg's {@code mov_read_dref} reads it: the file lies beside this one. */
    private static byte[] dataReference(String name) {
        byte[] path = name.getBytes(StandardCharsets.US_ASCII);
        int record = 150 + 4 + path.length + path.length % 2 + 4;
        ByteBuffer alias = ByteBuffer.allocate(12 + record);
        alias.putInt(12 + record)
                .put("alis".getBytes(StandardCharsets.US_ASCII))
                .putInt(0);
        int start = alias.position();
        alias.position(start + 10 + 1 + 27 + 12);
        alias.put((byte) path.length).put(path);
        alias.position(start + 10 + 1 + 27 + 12 + 1 + 63 + 16);
        alias.putShort((short) 1).putShort((short) 1);
        alias.position(start + 150);
        alias.putShort((short) 2).putShort((short) path.length).put(path);
        if (path.length % 2 == 1) {
            alias.put((byte) 0);
        }
        alias.putShort((short) -1).putShort((short) 0);
        return ByteBuffer.allocate(16 + alias.capacity())
                .putInt(16 + alias.capacity())
                .put("dref".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(1)
                .put(alias.array())
                .array();
    }

    private static int indexOf(byte[] bytes, String box, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box, from);
    }
}
