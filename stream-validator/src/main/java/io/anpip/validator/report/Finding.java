package io.anpip.validator.report;

import io.anpip.validator.rule.Rule;
import io.anpip.validator.rule.Severity;

/**
 * One place where a stream breaks a rule.
 *
 * @param rule the rule
 * @param place where
 * @param sentence what was found, and what would be right
 */
public record Finding(Rule rule, Place place, String sentence) {

    /** How much it weighs. */
    public Severity severity() {
        return rule.severity();
    }

    @Override
    public String toString() {
        return severity() + " " + rule.id() + " at " + place + ": " + sentence;
    }
}
