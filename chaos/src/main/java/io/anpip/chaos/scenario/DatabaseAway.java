package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import io.anpip.localstack.StackPart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** PostgreSQL is killed and stays away for a minute. */
final class DatabaseAway implements Scenario {

    @Override
    public String id() {
        return "F14";
    }

    @Override
    public String title() {
        return "kill -9 of PostgreSQL, away for 60 s";
    }

    @Override
    public String mechanism() {
        return "events wait on their topics until they can be folded; off: they are given up after a second";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.impatient());
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        List<String> videos = run.upload(3);
        run.pipeline().kill(StackPart.POSTGRES);
        long asked = System.nanoTime();
        run.client().look(videos.getFirst());
        run.measured("a read was answered after " + Math.round((System.nanoTime() - asked) / 1e8) / 10.0
                + " s without the database");
        Thread.sleep(Duration.ofSeconds(60));
        for (ServiceProcess worker : run.pipeline().workers()) {
            run.expect(worker.isReady(), worker.name() + " does not mind");
        }
        run.pipeline().startServers();
        run.upload(1);
        run.awaitEnds(Duration.ofMinutes(4));
        run.expectAllReady();
    }
}
