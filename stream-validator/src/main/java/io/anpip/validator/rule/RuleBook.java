package io.anpip.validator.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All rules, and the page that lists them. */
public final class RuleBook {

    private RuleBook() {}

    /** Every rule, in the order of the page. */
    public static List<Rule> all() {
        return Stream.<Rule[]>of(
                        AppleRule.values(),
                        HlsRule.values(),
                        ImageRule.values(),
                        CmafRule.values(),
                        DashRule.values(),
                        StreamRule.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    /** The rules as a table in Markdown. */
    public static String markdown() {
        StringBuilder text = new StringBuilder("| rule | weight | what holds |\n|---|---|---|\n");
        for (Rule rule : all()) {
            text.append("| ").append(rule.id()).append(" | ").append(rule.severity());
            text.append(" | ").append(rule.sentence()).append(" |\n");
        }
        return text.toString();
    }
}
