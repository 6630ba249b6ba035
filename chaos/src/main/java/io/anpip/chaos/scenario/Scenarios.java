package io.anpip.chaos.scenario;

import java.util.List;
import java.util.Optional;

/** All scenarios, in the order of the acceptance table. */
public final class Scenarios {

    public static final List<Scenario> ALL = List.of(
            new WorkerKilledInEncode(3),
            new ProcessKilledAtEveryFailPoint(),
            new WorkerFrozen(),
            new FfmpegFrozen(),
            new TaskLongerThanPollInterval(),
            new PoisonThatKills(),
            new EveryTaskLost(),
            new FfmpegOutOfMemory(),
            new ScratchFull(),
            new BrokerAway(),
            new BrokerRestarted(),
            new WorkerCutOff(),
            new DatabaseAway(),
            new KilledBetweenCommitAndAcknowledgement(),
            new CacheAway(),
            new StoreFailsAndStalls(),
            new AnswerLostAfterCommit(),
            new ConditionalPutIgnored(),
            new ClocksApart(),
            new RollingRestart(),
            new Preemption(),
            new OwnersTakeTurns(),
            new Overload());

    /** Those that show most in a short time; they run in the test suite. */
    public static final List<Scenario> SHORT = List.of(
            new WorkerKilledInEncode(1),
            new EveryTaskLost(),
            new KilledBetweenCommitAndAcknowledgement(),
            new AnswerLostAfterCommit());

    private Scenarios() {}

    public static Optional<Scenario> named(String id) {
        return ALL.stream()
                .filter(scenario -> scenario.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
