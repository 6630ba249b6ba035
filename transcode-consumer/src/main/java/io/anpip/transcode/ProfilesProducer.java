package io.anpip.transcode;

import io.anpip.transcode.plan.DownloadSettings;
import io.anpip.transcode.plan.LoudnessTarget;
import io.anpip.transcode.plan.SoundSettings;
import io.anpip.transcode.profile.OperatorSettings;
import io.anpip.transcode.profile.Profiles;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the encoding profiles when the process starts: a wrong one stops it there, and not at the first video that asks for it. */
@ApplicationScoped
public class ProfilesProducer {

    @Produces
    @Singleton
    @Startup
    Profiles profiles(TranscodeConfig config) {
        OperatorSettings operator = new OperatorSettings(
                config.firstChunk(),
                config.chunk(),
                config.audioBitrateBps(),
                new SoundSettings(
                        config.surroundBitrateBps(),
                        config.audioLadderBps(),
                        config.loudness()
                                .target()
                                .map(target -> new LoudnessTarget(
                                        target, config.loudness().ceiling()))),
                config.passThrough(),
                new DownloadSettings(
                        config.downloads().video(),
                        config.downloads().audio(),
                        config.downloads().largestShortSide()));
        Profiles builtIn = Profiles.builtIn(operator);
        return config.profilesFile().map(file -> builtIn.with(file, operator)).orElse(builtIn);
    }
}
