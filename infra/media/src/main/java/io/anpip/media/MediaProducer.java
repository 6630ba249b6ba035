package io.anpip.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what a worker needs to run FFmpeg from its settings; a worker without a usable FFmpeg does not start. */
@ApplicationScoped
public class MediaProducer {

    private static final Logger LOGGER = LoggerFactory.getLogger(MediaProducer.class);

    @Produces
    @Singleton
    FfmpegInstallation installation(FfmpegConfig config) {
        return switch (FfmpegInstallation.locate(config.directory())) {
            case FfmpegLookup.Found(FfmpegInstallation found) -> {
                LOGGER.info("FFmpeg {} at {}", found.version(), found.ffmpeg());
                yield found;
            }
            case FfmpegLookup.Missing(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    @Produces
    @Singleton
    FfmpegRunner runner(FfmpegInstallation installation, FfmpegConfig config) {
        return new FfmpegRunner(installation, config.memoryBytes());
    }

    @Produces
    @Singleton
    Ffprobe ffprobe(FfmpegInstallation installation, FfmpegConfig config) {
        return new Ffprobe(
                installation, new Ffprobe.Limits(config.probeBudget(), config.scanBudget(), config.reportBytes()));
    }

    @Produces
    @Singleton
    ScratchSpace scratch(ScratchConfig config) {
        Path root = config.directory().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "anpip-scratch"));
        try {
            return ScratchSpace.open(root, config.keepFreeBytes());
        } catch (IOException notWritable) {
            throw new UncheckedIOException(
                    "The scratch directory " + root + " can't be used; see anpip.scratch.directory", notWritable);
        }
    }

    void close(@Disposes ScratchSpace scratch) throws IOException {
        scratch.close();
    }
}
