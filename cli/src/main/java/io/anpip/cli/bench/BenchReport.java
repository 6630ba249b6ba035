package io.anpip.cli.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What was measured.
 *
 * @param clip the file that was used
 * @param processors of this machine
 * @param secondUpSeconds how long the second start took; empty if the stack ran already
 * @param idleBytes resident memory of all processes when idle, before the runs
 * @param idleAfterBytes the same after them
 * @param uploadGrowthBytes by how much upload-api grew during a large upload; empty if not asked for
 * @param runs in order
 * @param copied renditions that neither side encodes, because the clip's own tracks are taken over as they are
 */
public record BenchReport(
        String clip,
        int processors,
        Optional<Double> secondUpSeconds,
        long idleBytes,
        long idleAfterBytes,
        Optional<Long> uploadGrowthBytes,
        List<RunTimes> runs,
        List<String> copied) {
    /** The goals: what is measured must not be above them. */
    public static final double WALL_GOAL = 1.25;

    public static final double CPU_GOAL = 1.15;
    public static final double SIDE_WORK_GOAL = 0.15;
    public static final double IDLE_GOAL_BYTES = 2e9;
    public static final double SECOND_UP_GOAL_SECONDS = 30;
    public static final double UPLOAD_GROWTH_GOAL_BYTES = 20e6;

    public BenchReport {
        runs = List.copyOf(runs);
        copied = List.copyOf(copied);
    }

    @JsonProperty
    public double wallRatio() {
        return median(RunTimes::wallRatio);
    }

    @JsonProperty
    public double cpuRatio() {
        return median(RunTimes::cpuRatio);
    }

    @JsonProperty
    public double sideWorkShare() {
        return median(RunTimes::sideWorkShare);
    }

    @JsonProperty
    public double playableSeconds() {
        return median(RunTimes::playableSeconds);
    }

    /** Whether every goal that was measured is met. */
    @JsonProperty
    public boolean meetsGoals() {
        return wallRatio() <= WALL_GOAL
                && cpuRatio() <= CPU_GOAL
                && sideWorkShare() <= SIDE_WORK_GOAL
                && idleBytes <= IDLE_GOAL_BYTES
                && idleAfterBytes <= IDLE_GOAL_BYTES
                && secondUpSeconds
                        .filter(seconds -> seconds > SECOND_UP_GOAL_SECONDS)
                        .isEmpty()
                && uploadGrowthBytes
                        .filter(bytes -> bytes > UPLOAD_GROWTH_GOAL_BYTES)
                        .isEmpty();
    }

    /** The middle value of all runs; of two middle ones their mean. */
    double median(ToDoubleFunction<RunTimes> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
