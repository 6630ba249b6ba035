package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Every service is asked to end and started again, twice, under load. */
final class RollingRestart implements Scenario {

    @Override
    public String id() {
        return "F23";
    }

    @Override
    public String title() {
        return "SIGTERM of every service in turn, twice, under load";
    }

    @Override
    public String mechanism() {
        return "a stop hands back what is in work; off: records are committed as they are taken, without a sweeper";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.atMostOnce());
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        for (int round = 0; round < 2; round++) {
            Thread uploads = run.uploadMeanwhile(4);
            for (ServiceProcess service : run.pipeline().services()) {
                run.expect(service.terminate(Duration.ofSeconds(60)), service.name() + " ends by itself");
                service.restart();
                service.awaitReady();
            }
            uploads.join();
        }
        run.awaitEnds(Duration.ofMinutes(4));
        run.expectAllReady();
    }
}
