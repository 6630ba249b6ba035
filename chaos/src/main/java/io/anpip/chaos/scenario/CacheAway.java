package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.localstack.StackPart;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Redis stands still, is killed, and stays away for a minute. */
final class CacheAway implements Scenario {

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String title() {
        return "Redis frozen, then killed and away for 60 s";
    }

    @Override
    public String mechanism() {
        return "who does not get an answer of Redis in time asks PostgreSQL; off: an hour is in time";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_CACHE_TIMEOUT", "1h").with("QUARKUS_REDIS_TIMEOUT", "1h"));
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.upload(1);
        run.pipeline().freeze(StackPart.REDIS);
        run.upload(1);
        run.pipeline().kill(StackPart.REDIS);
        run.upload(3);
        Thread.sleep(Duration.ofSeconds(45));
        run.upload(1);
        run.pipeline().startServers();
        run.awaitEnds(Duration.ofMinutes(3));
    }
}
