package io.anpip.validator.report;

import io.anpip.validator.rule.Rule;
import io.anpip.validator.rule.RuleBook;
import io.anpip.validator.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a validation.
 *
 * @param subject the folder or address that was validated
 * @param extent how much was looked at
 * @param findings what was found, at most a few for each rule
 * @param counts how often each broken rule is broken, those included that are not told in full
 */
public record Report(String subject, Extent extent, List<Finding> findings, Map<Rule, Integer> counts) {

    public Report {
        findings = List.copyOf(findings);
        counts = Map.copyOf(counts);
    }

    /** Where the stream does not conform: findings of rules with MUST. */
    public List<Finding> violations() {
        return ofWeight(Severity.MUST);
    }

    /** Where the stream could be better: findings of rules with SHOULD. */
    public List<Finding> warnings() {
        return ofWeight(Severity.SHOULD);
    }

    /** Whether no rule with MUST is broken. */
    public boolean conforms() {
        return violations().isEmpty();
    }

    /** How often rules of this weight are broken. */
    public int count(Severity severity) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The findings by rule, in the order of the rule book, those with MUST first. */
    public Map<Rule, List<Finding>> byRule() {
        Map<Rule, List<Finding>> byRule = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            for (Rule rule : RuleBook.all()) {
                List<Finding> own = findings.stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .toList();
                if (rule.severity() == severity && !own.isEmpty()) {
                    byRule.put(rule, own);
                }
            }
        }
        return byRule;
    }

    /** The report for people, as plain text. */
    public String text() {
        return ReportText.of(this);
    }

    /** The report for programs, as JSON. */
    public String json() {
        return ReportJson.of(this);
    }

    private List<Finding> ofWeight(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
