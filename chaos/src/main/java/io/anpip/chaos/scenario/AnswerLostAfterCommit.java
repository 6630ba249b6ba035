package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.proxy.StoreFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The store has done what was asked and the connection is reset before it says so: markers, copies, chunks. */
final class AnswerLostAfterCommit implements Scenario {

    @Override
    public String id() {
        return "F18";
    }

    @Override
    public String title() {
        return "reset after the store has committed";
    }

    @Override
    public String mechanism() {
        return "a call is tried again, and an attempt knows its own marker again; off: called once and given up after a second";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.impatient().with("JAVA_TOOL_OPTIONS", "-Daws.maxAttempts=1"));
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        AtomicInteger resets = new AtomicInteger();
        run.pipeline().store().rule(call -> {
            boolean writes = call.conditional()
                    || call.completesMultipart()
                    || call.method().equals("PUT");
            // Not each one: the call that repeats it has to get through.
            return writes && call.number() % 3 == 0 && resets.incrementAndGet() <= 60
                    ? new StoreFault.ResetAfterCommit()
                    : new StoreFault.None();
        });
        List<String> videos = run.upload(3);
        run.awaitEnds(Duration.ofMinutes(4));
        run.measured(Math.min(60, resets.get()) + " answers were lost");
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
