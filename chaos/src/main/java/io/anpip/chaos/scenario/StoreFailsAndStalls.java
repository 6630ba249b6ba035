package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.proxy.StoreFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One in five calls to the store is refused with 503, some wait for two seconds. */
final class StoreFailsAndStalls implements Scenario {

    @Override
    public String id() {
        return "F17";
    }

    @Override
    public String title() {
        return "20 % of store calls 503, 5 % stalled for 2 s";
    }

    @Override
    public String mechanism() {
        return "what fails is tried again with growing pauses and not counted; off: given up after a second";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.impatient());
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Random random = new Random(17);
        run.pipeline().store().rule(call -> {
            int dice = random.nextInt(100);
            if (dice < 20) {
                return new StoreFault.Refused(503);
            }
            return dice < 25 ? new StoreFault.Stalled(Duration.ofSeconds(2)) : new StoreFault.None();
        });
        long before = run.pipeline().store().calls();
        List<String> videos = run.upload(5);
        run.awaitEnds(Duration.ofMinutes(6));
        run.measured((run.pipeline().store().calls() - before) + " calls to the store, "
                + run.pipeline().store().faults() + " of them made to fail");
        for (String video : videos) {
            run.expect(
                    run.client()
                            .look(video)
                            .filter(seen -> seen.path("status").asText().equals("READY"))
                            .isPresent(),
                    video + " is READY");
        }
    }
}
