package io.anpip.validator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anpip.validator.rule.Rule;
import io.anpip.validator.rule.Severity;
import java.util.List;
import java.util.Map;

/** Writes a report as JSON. */
final class ReportJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    static String of(Report report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("subject", report.subject());
        root.put("conforms", report.conforms());
        root.put("must", report.count(Severity.MUST));
        root.put("should", report.count(Severity.SHOULD));
        ObjectNode extent = root.putObject("extent");
        extent.put("hlsPlaylists", report.extent().hlsPlaylists());
        extent.put("dashRepresentations", report.extent().dashRepresentations());
        extent.put("files", report.extent().files());
        extent.put("bytes", report.extent().bytes());
        extent.put("seconds", report.extent().seconds());
        ArrayNode rules = root.putArray("rules");
        for (Map.Entry<Rule, List<Finding>> broken : report.byRule().entrySet()) {
            Rule rule = broken.getKey();
            ObjectNode node = rules.addObject();
            node.put("rule", rule.id());
            node.put("severity", rule.severity().name());
            node.put("sentence", rule.sentence());
            node.put("count", report.counts().getOrDefault(rule, 0));
            ArrayNode findings = node.putArray("findings");
            for (Finding finding : broken.getValue()) {
                ObjectNode found = findings.addObject();
                found.put("resource", finding.place().resource());
                found.put("detail", finding.place().detail());
                found.put("found", finding.sentence());
            }
        }
        return pretty(root);
    }

    private static String pretty(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of values can always be written", impossible);
        }
    }
}
