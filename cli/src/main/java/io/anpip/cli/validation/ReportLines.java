package io.anpip.cli.validation;

import io.anpip.cli.terminal.Quantity;
import io.anpip.cli.terminal.Style;
import io.anpip.validator.report.Extent;
import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Report;
import io.anpip.validator.rule.Rule;
import io.anpip.validator.rule.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A validator's report as lines for people; pure. */
public final class ReportLines {
    private static final int MILLIS = 1000;

    private ReportLines() {}

    /** The lines: what was looked at, the broken rules with their places, and the verdict. */
    public static List<String> of(Report report, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(report.subject()));
        lines.add(style.faint(extent(report.extent())));
        for (Map.Entry<Rule, List<Finding>> broken : report.byRule().entrySet()) {
            lines.add("");
            lines.add(head(broken.getKey(), style));
            for (Finding finding : broken.getValue()) {
                lines.add("    " + style.address(finding.place().toString()));
                lines.add("      " + finding.sentence());
            }
            int more = report.counts().getOrDefault(broken.getKey(), 0)
                    - broken.getValue().size();
            if (more > 0) {
                lines.add(style.faint("    and " + more + " more"));
            }
        }
        lines.add("");
        lines.add(verdict(report, style));
        return lines;
    }

    private static String head(Rule rule, Style style) {
        boolean must = rule.severity() == Severity.MUST;
        String weight = must ? style.bad("MUST  ") : style.strong("SHOULD");
        return weight + "  " + style.strong(rule.id()) + "  " + rule.sentence();
    }

    private static String extent(Extent extent) {
        return count(extent.hlsPlaylists(), "HLS playlist") + ", "
                + count(extent.dashRepresentations(), "DASH representation") + ", " + count(extent.files(), "file")
                + " ("
                + Quantity.bytes(extent.bytes()) + "), "
                + Quantity.time(Duration.ofMillis(Math.round(extent.seconds() * MILLIS)));
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String verdict(Report report, Style style) {
        String counts = report.count(Severity.MUST) + " MUST, " + report.count(Severity.SHOULD)
                + " SHOULD, by the rules of docs/validator.md";
        return report.conforms()
                ? style.tick() + " " + style.good("conforms") + "  " + counts
                : style.cross() + " " + style.bad("does not conform") + "  " + counts;
    }
}
