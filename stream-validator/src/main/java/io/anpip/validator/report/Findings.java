package io.anpip.validator.report;

import io.anpip.validator.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects findings. A rule that is broken everywhere is told a few times and then counted, so that a report stays short however
 * long the stream.
 */
public final class Findings {

    /** Findings of one rule that are told in full. */
    static final int TOLD = 20;

    private final Set<Finding> seen = new HashSet<>();
    private final List<Finding> told = new ArrayList<>();
    private final Map<Rule, Integer> counts = new LinkedHashMap<>();

    /** Adds a finding; the same one twice counts once. */
    public void add(Rule rule, Place place, String sentence) {
        Finding finding = new Finding(rule, place, sentence);
        if (seen.add(finding) && counts.merge(rule, 1, Integer::sum) <= TOLD) {
            told.add(finding);
        }
    }

    /** Those that are told in full. */
    public List<Finding> told() {
        return List.copyOf(told);
    }

    /** How often each broken rule is broken. */
    public Map<Rule, Integer> counts() {
        return Map.copyOf(counts);
    }
}
