package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Workers are asked to end and killed 25 seconds later, one after the other, for two minutes. */
final class Preemption implements Scenario {

    @Override
    public String id() {
        return "F24";
    }

    @Override
    public String title() {
        return "SIGTERM and kill -9 after 25 s, every 20 s";
    }

    @Override
    public String mechanism() {
        return "what was in work is handed back and done elsewhere; off: records are committed as they are taken, without a sweeper";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.atMostOnce());
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Thread uploads = run.uploadMeanwhile(8);
        for (int time = 0; time < 6; time++) {
            ServiceProcess worker =
                    run.pipeline().workers().get(time % run.pipeline().workers().size());
            worker.terminate(Duration.ofSeconds(25));
            worker.restart();
            Thread.sleep(Duration.ofSeconds(20));
        }
        uploads.join();
        run.awaitEnds(Duration.ofMinutes(4));
        run.expectAllReady();
    }
}
