package io.anpip.chaos.scenario;

import io.anpip.chaos.checker.StoreListing;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import io.anpip.chaos.proxy.StoreFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A store that takes every PUT, whatever If-None-Match says. */
final class ConditionalPutIgnored implements Scenario {

    @Override
    public String id() {
        return "F19";
    }

    @Override
    public String title() {
        return "a store that ignores If-None-Match";
    }

    @Override
    public String mechanism() {
        return "the probe at start refuses such a store; off: no probe";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_S3_PROBE", "false"));
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        try (StoreListing store = new StoreListing(run.pipeline().servers().s3())) {
            // As such a store does it: what is there does not count.
            run.pipeline().store().rule(call -> {
                if (call.conditional()) {
                    String[] path = call.target().substring(1).split("[/?]", 2);
                    store.delete(path[0], path[1].split("\\?", 2)[0]);
                }
                return new StoreFault.None();
            });
            ServiceProcess worker = run.pipeline().workers().getFirst();
            worker.restart();
            run.expect(
                    run.await(Duration.ofSeconds(60), worker::isLive) && !worker.isReady(),
                    "a worker on such a store is never ready");
        }
    }
}
