package io.anpip.validator.report;

import io.anpip.validator.rule.Rule;
import io.anpip.validator.rule.Severity;
import java.util.List;
import java.util.Map;

/** Writes a report as plain text: the rules that are broken, below each where and how, and the sum at the end. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder(report.subject()).append('\n');
        for (Map.Entry<Rule, List<Finding>> broken : report.byRule().entrySet()) {
            Rule rule = broken.getKey();
            text.append('\n').append(rule.severity()).append("  ").append(rule.id());
            text.append("  ").append(rule.sentence()).append('\n');
            for (Finding finding : broken.getValue()) {
                text.append("    ").append(finding.place()).append(": ").append(finding.sentence());
                text.append('\n');
            }
            int more = report.counts().getOrDefault(rule, 0) - broken.getValue().size();
            if (more > 0) {
                text.append("    and ").append(more).append(" more\n");
            }
        }
        return text.append('\n').append(sum(report)).append('\n').toString();
    }

    private static String sum(Report report) {
        Extent extent = report.extent();
        String looked = extent.hlsPlaylists() + " HLS playlists, " + extent.dashRepresentations()
                + " DASH representations, " + extent.files() + " files, " + Figures.seconds(extent.seconds());
        String verdict = report.conforms() ? "Conforms" : "Does not conform";
        return verdict + ": " + report.count(Severity.MUST) + " MUST, " + report.count(Severity.SHOULD) + " SHOULD ("
                + looked + ").";
    }
}
