package io.anpip.chaos.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param violations by oracle; an oracle without an entry holds
 * @param notApplicable why an oracle could not be asked
 */
public record Verdict(Map<Oracle, List<String>> violations, Map<Oracle, String> notApplicable) {

    private static final int SHOWN = 5;

    public Verdict {
        violations = Map.copyOf(violations);
        notApplicable = Map.copyOf(notApplicable);
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    /** The table, a line an oracle, and under it what is wrong. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Arrays.stream(Oracle.values()).forEach(oracle -> {
            List<String> wrong = violations.getOrDefault(oracle, List.of());
            String mark = !wrong.isEmpty() ? "BROKEN" : notApplicable.containsKey(oracle) ? "n/a" : "holds";
            lines.add(String.format("  %s  %-7s %s", oracle, mark, oracle.sentence()));
            if (notApplicable.containsKey(oracle)) {
                lines.add("              " + notApplicable.get(oracle));
            }
            wrong.stream().limit(SHOWN).forEach(sentence -> lines.add("              " + sentence));
            if (wrong.size() > SHOWN) {
                lines.add("              and " + (wrong.size() - SHOWN) + " more");
            }
        });
        return lines;
    }
}
