package io.anpip.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.OperatorClient;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure;
import io.anpip.cli.terminal.Table;
import io.anpip.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anpip projection}. */
@Command(
        name = "projection",
        mixinStandardHelpOptions = true,
        description = "The table of videos that is made of the event log.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ProjectionCommand.Rebuild.class)
public final class ProjectionCommand {

    /** {@code anpip projection rebuild}. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = "Makes the table anew from the log beside the live one, compares the two, and swaps them"
                    + " unless they differ.",
            footer = "Ends with 1 when something differs that being behind does not explain.")
    static final class Rebuild implements Callable<Integer> {
        private static final String PATH = "/operator/projection/rebuild";
        private static final Duration PAUSE = Duration.ofMillis(300);

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--compare-only", description = "Compare, and keep the live one in any case.")
        private boolean compareOnly;

        @Option(names = "--force", description = "Swap in any case.")
        private boolean force;

        @Option(names = "--json", description = "Print the report as JSON.")
        private boolean json;

        @Override
        public Integer call() throws InterruptedException {
            Terminal terminal = Terminal.out();
            OperatorClient operator = OperatorAccess.projector(data.directory());
            operator.post(PATH + "?compareOnly=" + compareOnly + "&force=" + force);
            JsonNode progress = operator.get(PATH);
            String step = "";
            while (progress.path("state").asText().equals("RUNNING")) {
                String now = progress.path("step").asText() + ", "
                        + progress.path("events").asLong() + " of "
                        + progress.path("total").asLong() + " events";
                if (!json && !now.equals(step)) {
                    terminal.line(now);
                    step = now;
                }
                Thread.sleep(PAUSE);
                progress = operator.get(PATH);
            }
            if (!progress.path("state").asText().equals("DONE")) {
                throw new CommandFailed(
                        new Failure.Unknown("The rebuild was broken off and the live table is what it was: "
                                + progress.path("reason").asText()));
            }
            JsonNode report = progress.path("report");
            if (json) {
                terminal.line(JsonOutput.of(report));
            } else {
                lines(report).forEach(terminal::line);
            }
            return report.path("comparison").path("differing").asLong() == 0 ? 0 : 1;
        }

        private static List<String> lines(JsonNode report) {
            JsonNode comparison = report.path("comparison");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("events read", report.path("eventsRead").asText()));
            rows.add(List.of("videos", comparison.path("videos").asText()));
            rows.add(List.of("equal", comparison.path("equal").asText()));
            rows.add(List.of("live is behind", comparison.path("behind").asText()));
            rows.add(List.of("differing", comparison.path("differing").asText()));
            rows.add(List.of("seconds", report.path("seconds").asText()));
            rows.add(List.of("swapped", report.path("swapped").asBoolean() ? "yes" : "no"));
            List<String> lines = new ArrayList<>(Table.lines(rows));
            comparison.path("differingIds").forEach(id -> lines.add("  differs: " + id.asText()));
            return lines;
        }
    }
}
