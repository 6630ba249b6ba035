package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.localstack.StackPart;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Kafka is killed under load and stays away for a minute. */
final class BrokerAway implements Scenario {

    @Override
    public String id() {
        return "F11";
    }

    @Override
    public String title() {
        return "kill -9 of the broker, away for 60 s, under load";
    }

    @Override
    public String mechanism() {
        return "the outbox keeps what was acknowledged, and what cannot be told is tried again; off: given up after a second";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.impatient());
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.upload(2);
        run.pipeline().kill(StackPart.KAFKA);
        Thread uploads = run.uploadMeanwhile(4);
        uploads.join(Duration.ofSeconds(60));
        run.expect(!uploads.isAlive(), "the API acknowledges uploads while the broker is away");
        Thread.sleep(Duration.ofSeconds(20));
        run.pipeline().startServers();
        uploads.join();
        run.awaitEnds(Duration.ofMinutes(5));
        run.expectAllReady();
    }
}
