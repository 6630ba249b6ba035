package io.anpip.chaos.scenario;

import io.anpip.localstack.StackPart;
import java.io.IOException;
import java.time.Duration;

/** Redis is killed and stays away for a minute. */
final class CacheAway implements Scenario {

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String title() {
        return "kill -9 of Redis, away for 60 s";
    }

    @Override
    public String mechanism() {
        return "Redis is a cache of upload sessions only; logins and rate limits do not exist yet";
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.upload(1);
        run.pipeline().kill(StackPart.REDIS);
        run.upload(3);
        Thread.sleep(Duration.ofSeconds(45));
        run.upload(1);
        run.pipeline().startServers();
        run.awaitEnds(Duration.ofMinutes(3));
    }
}
