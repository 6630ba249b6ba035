package io.anpip.failpoint;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which places fail in this process, and how: {@code PLACE=action[@n]}, separated by commas. The n-th time the place is reached (1 where
 * it is left out) {@code kill} ends the JVM at once, {@code fail} throws {@link FailPointReached}, {@code pause} waits ten seconds.
 * {@code drop} loses each piece of work once and takes no number.
 *
 * <p>Failure: a plan that can't be read ends the start of the process; a fault that is silently not set off would prove nothing.
 */
final class FailPlan {

    /** The environment variable that sets it. */
    static final String VARIABLE = "ANPIP_FAIL_POINTS";

    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** As a shell tells of a process that was killed by SIGKILL. */
    private static final int KILLED = 137;

    private enum Action {
        KILL,
        FAIL,
        PAUSE,
        DROP
    }

    private record Fault(Action action, int at, AtomicInteger reached) {}

    private final Map<FailPoint, Fault> faults;
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final Runnable death;

    private FailPlan(Map<FailPoint, Fault> faults, Runnable death) {
        this.faults = faults;
        this.death = death;
    }

    static FailPlan ofThisProcess() {
        return parse(
                Optional.ofNullable(System.getenv(VARIABLE)).orElse(""),
                () -> Runtime.getRuntime().halt(KILLED));
    }

    /** @param death what ends the process */
    static FailPlan parse(String text, Runnable death) {
        Map<FailPoint, Fault> faults = new EnumMap<>(FailPoint.class);
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                String[] sides = entry.strip().split("[=@]", -1);
                if (sides.length < 2 || sides.length > 3) {
                    throw new IllegalArgumentException(
                            VARIABLE + " is PLACE=kill|fail|pause|drop[@n], separated by commas, and not " + entry);
                }
                faults.put(
                        FailPoint.valueOf(sides[0]),
                        new Fault(
                                Action.valueOf(sides[1].toUpperCase(java.util.Locale.ROOT)),
                                sides.length == 3 ? Integer.parseInt(sides[2]) : 1,
                                new AtomicInteger()));
            }
        }
        return new FailPlan(faults, death);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    void reach(FailPoint point) {
        Fault fault = faults.get(point);
        if (fault == null || fault.reached().incrementAndGet() != fault.at()) {
            return;
        }
        switch (fault.action()) {
            case KILL -> death.run();
            case FAIL -> throw new FailPointReached(point);
            case PAUSE -> pause();
            case DROP -> {}
        }
    }

    boolean drops(FailPoint point, String key) {
        Fault fault = faults.get(point);
        return fault != null && fault.action() == Action.DROP && dropped.add(point + "/" + key);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
