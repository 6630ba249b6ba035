package io.anpip.chaos.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each encode task is lost once, as a broker, a group or an operator can lose it. */
final class EveryTaskLost implements Scenario {

    @Override
    public String id() {
        return "F07";
    }

    @Override
    public String title() {
        return "every record of the work queue dropped once";
    }

    @Override
    public String mechanism() {
        return "the sweeper; off: anpip.sweeper.enabled=false";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_SWEEPER_ENABLED", "false"));
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.restart(Map.of("ANPIP_FAIL_POINTS", "WORK_RECEIVED=drop"));
        }
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.awaitReady();
        }
        List<String> videos = run.upload(3);
        run.awaitEnds(Duration.ofMinutes(5));
        for (String video : videos) {
            Optional<JsonNode> document = run.client().look(video);
            run.expect(
                    document.filter(seen -> seen.path("status").asText().equals("READY")
                                    && seen.path("generation").asInt() > 1)
                            .isPresent(),
                    video + " is READY in a later generation");
        }
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.restart();
            worker.awaitReady();
        }
    }
}
