package io.anpip.transcode;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.Ffprobe;
import io.anpip.media.MediaInput;
import io.anpip.media.Sniffed;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.assembler.SourceLimits;
import io.anpip.transcode.assembler.SourceReading;
import io.anpip.transcode.assembler.SourceVerdict;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks into a clip as the assembler does, but for where the bytes come from. */
public final class Probing {

    private static final SourceReading READING = reading();

    private Probing() {}

    /** What a file holds, which must be fit to become a video. */
    public static SourceProbe probe(Path file) throws IOException {
        return switch (verdict(file)) {
            case SourceVerdict.Playable(SourceProbe probe) -> probe;
            case SourceVerdict.Refused(String sentence) -> throw new AssertionError(file + " is refused: " + sentence);
            case SourceVerdict.NotNow(String reason) -> throw new AssertionError(file + " was not read: " + reason);
        };
    }

    /** What becomes of a file. */
    public static SourceVerdict verdict(Path file) throws IOException {
        return READING.read(input(file));
    }

    /** A file as FFmpeg may read it. */
    public static MediaInput input(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(ContainerFormat.SNIFF_LENGTH);
            return switch (ContainerFormat.sniff(head, Files.size(file))) {
                case Sniffed.Recognised(ContainerFormat format) -> MediaInput.file(file, format);
                case Sniffed.Refused(String sentence) -> throw new AssertionError(file + " is refused: " + sentence);
            };
        }
    }

    private static SourceReading reading() {
        FfmpegInstallation installation = switch (FfmpegInstallation.locate(Optional.of(Ffmpeg.folder()))) {
            case FfmpegLookup.Found(FfmpegInstallation found) -> found;
            case FfmpegLookup.Missing(String sentence) -> throw new IllegalStateException(sentence);
        };
        SourceLimits limits = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SourceLimits.class)
                .build()
                .getConfigMapping(SourceLimits.class);
        return new SourceReading(new Ffprobe(installation), new FfmpegRunner(installation), limits);
    }
}
