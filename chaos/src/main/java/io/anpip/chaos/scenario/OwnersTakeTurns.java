package io.anpip.chaos.scenario;

import io.anpip.chaos.ledger.Client;
import io.anpip.chaos.process.PipelineOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One owner brings two hundred videos, and another five. */
final class OwnersTakeTurns implements Scenario {

    private static final int MANY = 200;
    private static final int FEW = 5;
    private static final Duration DRAIN = Duration.ofMinutes(15);

    @Override
    public String id() {
        return "F25";
    }

    @Override
    public String title() {
        return "one owner's 200 uploads before another's 5";
    }

    @Override
    public String mechanism() {
        return "a turn that is free is the owner's for whom least was begun lately; off: room for all at once";
    }

    @Override
    public PipelineOptions options(PipelineOptions usual) {
        return usual.with("ANPIP_ADMISSION_OWNER_HEADER", Client.OWNER);
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(options(usual).with("ANPIP_ADMISSION_IN_WORK", "100000"));
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        // The services are warm then, and what is compared is like with like.
        run.upload(FEW);
        run.awaitEnds(Duration.ofMinutes(2));
        double idle = slowest(run, uploadAll(run, "quiet", FEW));
        List<String> noisy = uploadAll(run, "noisy", MANY);
        double beside = slowest(run, uploadAll(run, "quiet", FEW));
        long left = MANY - countReady(run, noisy);
        run.measured(String.format(
                Locale.ROOT,
                "the last of %d videos was READY %.1f s after its upload on an idle pipeline, and %.1f s beside %d of another owner, of"
                        + " which %d were still to do then",
                FEW,
                idle,
                beside,
                MANY,
                left));
        run.expect(left > MANY / 2, "the few are done while more than half of the many are still to do");
        run.awaitEnds(DRAIN);
    }

    private static List<String> uploadAll(Run run, String owner, int count) throws IOException, InterruptedException {
        List<String> videos = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            videos.add(run.client().upload(run.shortClip(number), owner));
        }
        return videos;
    }

    /** Waits for all and answers the longest time from the last acknowledgement, in seconds. */
    private static double slowest(Run run, List<String> videos) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Map<String, Long> ready = new TreeMap<>();
        run.await(DRAIN, () -> {
            videos.stream()
                    .filter(video -> !ready.containsKey(video) && run.isReady(video))
                    .forEach(video -> ready.put(video, System.nanoTime()));
            return ready.size() == videos.size();
        });
        run.expect(ready.size() == videos.size(), "the few are all READY");
        return ready.values().stream()
                        .mapToLong(Long::longValue)
                        .map(at -> at - begun)
                        .max()
                        .orElse(0)
                / 1e9;
    }

    private static long countReady(Run run, List<String> videos) {
        return videos.stream().filter(run::isReady).count();
    }
}
