package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** More uploads than the workers can make, for minutes. */
final class Overload implements Scenario {

    private static final int CLIENTS = 12;
    private static final int WAITING = 20;
    private static final Duration LENGTH = Duration.ofMinutes(2);

    @Override
    public String id() {
        return "F26";
    }

    @Override
    public String title() {
        return "uploads without a pause from 12 clients for " + LENGTH.toMinutes() + " minutes";
    }

    @Override
    public String mechanism() {
        return "so many videos may wait, then 429; off: a million may wait";
    }

    @Override
    public PipelineOptions options(PipelineOptions usual) {
        return usual.with("ANPIP_ADMISSION_MAX_WAITING", Integer.toString(WAITING));
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_ADMISSION_MAX_WAITING", "1000000"));
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        long until = System.nanoTime() + LENGTH.toNanos();
        AtomicInteger taken = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            clients.add(run.meanwhile(() -> {
                while (System.nanoTime() < until) {
                    run.client().upload(run.shortClip(taken.getAndIncrement()));
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        run.measured(taken.get() + " uploads taken, " + run.client().refusals() + " times 429, "
                + run.client().unavailable() + " times 503; then: " + run.statuses());
        run.expect(run.client().refusals() > 0, "the overload is refused with 429");
        run.expect(run.client().refusalsWithoutAdvice() == 0, "each 429 says when to come again");
        run.expect(run.client().unavailable() == 0, "no answer is 503");
        run.awaitEnds(Duration.ofMinutes(5));
    }
}
