package io.anpip.transcode;

import io.anpip.transcode.grid.GridSettings;
import io.anpip.transcode.ladder.LadderSettings;
import io.anpip.transcode.plan.DownloadSettings;
import io.anpip.transcode.plan.EncoderSettings;
import io.anpip.transcode.plan.PlanSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the settings of the pure planner from the service's configuration. */
@ApplicationScoped
public class PlanSettingsProducer {

    @Produces
    @Singleton
    PlanSettings settings(TranscodeConfig config) {
        return new PlanSettings(
                LadderSettings.standard(),
                new GridSettings(config.firstChunk(), config.chunk()),
                new EncoderSettings(
                        config.encoderThreads(),
                        config.preset(),
                        config.constantRateFactor(),
                        config.audioBitrateBps()),
                config.passThrough(),
                new DownloadSettings(
                        config.downloads().video(),
                        config.downloads().audio(),
                        config.downloads().largestShortSide()));
    }
}
