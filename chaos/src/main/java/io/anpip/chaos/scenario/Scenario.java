package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import java.io.IOException;
import java.util.Optional;

/** A fault of the acceptance table: what is broken, what must hold then, and the mechanism that sees to it. */
public interface Scenario {

    /** Its number in the table, e.g. {@code F01}. */
    String id();

    /** What is broken, in a few words. */
    String title();

    /** What keeps the promise, and how {@code --without} switches it off. */
    String mechanism();

    /** The settings it needs. */
    default PipelineOptions options(PipelineOptions usual) {
        return usual;
    }

    /** The settings with the mechanism switched off, if it can be; the scenario must then come out red. */
    default Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.empty();
    }

    /** Whether it can run beside others on one pipeline. */
    default boolean shares() {
        return true;
    }

    /** Uploads, breaks, and says what it expects beyond the oracles; the pipeline is healed and checked after it. */
    void play(Run run) throws IOException, InterruptedException;
}
