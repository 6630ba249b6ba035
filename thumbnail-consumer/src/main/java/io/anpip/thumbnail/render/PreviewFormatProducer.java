package io.anpip.thumbnail.render;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.ProgressListener;
import io.anpip.thumbnail.preview.PreviewFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Finds out once which animated format this machine's FFmpeg can write. */
@ApplicationScoped
public class PreviewFormatProducer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_LIST = 1 << 20;

    @Produces
    @Singleton
    PreviewFormat format(FfmpegRunner runner) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        runner.run(
                new FfmpegCommand(List.of("-encoders"), PATIENCE),
                ProgressListener.ignoring(),
                stdout -> list.writeBytes(stdout.readNBytes(LONGEST_LIST)));
        return list.toString(StandardCharsets.UTF_8).contains(" libwebp_anim ")
                ? PreviewFormat.WEBP
                : PreviewFormat.GIF;
    }
}
