package io.anpip.chaos.scenario;

import io.anpip.chaos.checker.Verdict;
import java.util.List;

/**
 * How a scenario came out.
 *
 * @param videos how many were promised
 * @param unmet what the scenario expected and did not see
 */
public record Outcome(
        String id, int videos, Verdict verdict, List<String> unmet, List<String> numbers, double seconds) {

    public Outcome {
        unmet = List.copyOf(unmet);
        numbers = List.copyOf(numbers);
    }

    public boolean green() {
        return verdict.holds() && unmet.isEmpty();
    }
}
