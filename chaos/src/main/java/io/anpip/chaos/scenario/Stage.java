package io.anpip.chaos.scenario;

import io.anpip.chaos.checker.Checker;
import io.anpip.chaos.checker.Verdict;
import io.anpip.chaos.ledger.Client;
import io.anpip.chaos.ledger.Ledger;
import io.anpip.chaos.process.Clips;
import io.anpip.chaos.process.Pipeline;
import io.anpip.chaos.process.PipelineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A pipeline on which scenarios are played, one after the other. */
public final class Stage implements AutoCloseable {

    /** As long as everything may take to come to its end once all is healed. */
    private static final Duration SETTLE = Duration.ofMinutes(6);

    /** As long as it is waited for what will not come about, because the mechanism that sees to it is switched off. */
    private static final Duration IN_VAIN = Duration.ofSeconds(75);

    /** As long as what clears up after an end may take. */
    private static final Duration CLEARING_UP = Duration.ofSeconds(60);

    private final Pipeline pipeline;
    private final List<Path> clips;
    private final Duration patience;
    private final Consumer<String> say;

    private Stage(Pipeline pipeline, List<Path> clips, Duration patience, Consumer<String> say) {
        this.pipeline = pipeline;
        this.clips = clips;
        this.patience = patience;
        this.say = say;
    }

    /** Starts a pipeline and makes the clips. */
    public static Stage open(PipelineOptions options, Consumer<String> say) {
        return open(options, SETTLE, say);
    }

    /** Starts one with a mechanism switched off: what does not come about soon is taken not to. */
    public static Stage openWithout(PipelineOptions options, Consumer<String> say) {
        return open(options, IN_VAIN, say);
    }

    private static Stage open(PipelineOptions options, Duration patience, Consumer<String> say) {
        say.accept("Starting four servers and " + (4 + options.workers()) + " services ...");
        Pipeline pipeline = Pipeline.start(options);
        try {
            return new Stage(
                    pipeline,
                    Clips.make(pipeline.ffmpeg(), options.data().resolve("clips"), 3, 2, 4, 2, 6),
                    patience,
                    say);
        } catch (IOException noClips) {
            pipeline.close();
            throw new IllegalStateException(noClips);
        }
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public List<Path> clips() {
        return clips;
    }

    /** Plays one scenario, heals, waits until everything is at rest, and checks. */
    public Outcome play(Scenario scenario) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        say.accept(scenario.id() + "  " + scenario.title());
        try (Ledger ledger = new Ledger(pipeline.data().resolve(scenario.id() + ".ledger"))) {
            Client client = new Client(pipeline.apiAddress(), ledger);
            Run run = new Run(pipeline, client, ledger, clips, patience, line -> say.accept("     " + line));
            playAsFarAsItGoes(scenario, run);
            pipeline.heal();
            client.awaitEnds(patience);
            Verdict verdict = settled(client, ledger);
            run.expect(
                    client.serverErrors() == 0,
                    "no answer of the kind 5xx but 503; there were " + client.serverErrors());
            return new Outcome(
                    scenario.id(),
                    ledger.videos().size(),
                    verdict,
                    run.unmet(),
                    run.numbers(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    /** What cannot be played to its end is red, and the next one is played all the same. */
    private static void playAsFarAsItGoes(Scenario scenario, Run run) throws IOException, InterruptedException {
        try {
            scenario.play(run);
        } catch (IllegalStateException stuck) {
            run.expect(false, "it is played to its end: " + stuck.getMessage());
        }
    }

    /** What ends a video and what clears up after it are not one step: violations count when they stay. */
    private Verdict settled(Client client, Ledger ledger) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.min(patience.toNanos(), CLEARING_UP.toNanos());
        Verdict verdict = Checker.check(pipeline, client, ledger.videos());
        while (!verdict.holds() && System.nanoTime() < until) {
            Thread.sleep(Duration.ofSeconds(5));
            verdict = Checker.check(pipeline, client, ledger.videos());
        }
        return verdict;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
