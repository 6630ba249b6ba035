package io.anpip.chaos.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A task kills every worker that works on it; after two deaths it is the task that is given up, not the workers. */
final class PoisonThatKills implements Scenario {

    private static final Map<String, String> POISON = Map.of("ANPIP_FAIL_POINTS", "ENCODE_RUNNING=kill");

    @Override
    public String id() {
        return "F06";
    }

    @Override
    public String title() {
        return "a task that kills every worker that begins it";
    }

    @Override
    public String mechanism() {
        return "attempts that began and never ended are counted in the store; off: a million of them";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_ATTEMPTS_DEATHS", "1000000").with("ANPIP_SWEEPER_ENABLED", "false"));
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.restart(POISON);
        }
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.awaitReady();
        }
        String video = run.uploadLong();
        int deaths = 0;
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        Optional<JsonNode> end = Optional.empty();
        while (end.isEmpty() && System.nanoTime() < until) {
            for (ServiceProcess worker : run.pipeline().workers()) {
                if (!worker.isAlive()) {
                    deaths++;
                    worker.restart(POISON);
                }
            }
            Thread.sleep(Duration.ofMillis(200));
            end = run.client()
                    .look(video)
                    .filter(seen -> seen.path("status").asText().equals("FAILED"));
        }
        run.measured(deaths + " workers died before the task was given up");
        run.expect(
                end.filter(seen -> seen.path("failure").path("kind").asText().equals("SUSPECT"))
                        .isPresent(),
                "the video is FAILED as SUSPECT");
        run.expect(
                run.deadLetters().stream().anyMatch(letter -> letter.key().startsWith(video)),
                "its record is with the dead letters");
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.restart();
        }
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.awaitReady();
        }
        run.redrive(video);
        run.expect(
                run.await(Duration.ofMinutes(3), () -> run.isReady(video)),
                "the video is READY once it was redriven after the fix");
    }
}
