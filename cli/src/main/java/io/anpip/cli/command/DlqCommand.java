package io.anpip.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.OperatorClient;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Table;
import io.anpip.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip dlq}. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = "Dead letters: what the consumers have given up on.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DlqCommand.ListLetters.class, DlqCommand.Show.class, DlqCommand.Redrive.class},
        footer = {
            "",
            "A dead letter is named TOPIC/PARTITION/OFFSET, as the list shows it.",
            "Kinds: PERMANENT (the file itself), SUSPECT (it crashed what worked on it, or took too long),",
            "RETRYABLE (infrastructure was away for too long), PARKED (a record nobody could read)."
        })
public final class DlqCommand {

    private static final String PATH = "/v1/operator/dead-letters";

    /** {@code anpip dlq list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists those that nobody has dealt with, newest first.")
    static final class ListLetters implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--all", description = "Also those that were redriven.")
        private boolean all;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
        private int limit = 100;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            Terminal terminal = Terminal.out();
            JsonNode items = OperatorAccess.api(data.directory())
                    .get(PATH + "?all=" + all + "&limit=" + limit)
                    .path("items");
            if (json) {
                terminal.line(JsonOutput.of(items));
            } else if (items.isEmpty()) {
                terminal.line("No dead letters: everything is in work or at its end.");
            } else {
                lines(items, terminal.style()).forEach(terminal::line);
            }
            return 0;
        }

        private static List<String> lines(JsonNode items, Style style) {
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode letter : items) {
                rows.add(List.of(
                        placeOf(letter),
                        letter.path("kind").asText(),
                        style.faint(letter.path("at").asText()),
                        letter.path("reason").asText()));
            }
            List<String> lines = new ArrayList<>(Table.lines(rows));
            lines.add("");
            lines.add("'anpip dlq show PLACE' shows one, 'anpip dlq redrive PLACE' sends it on its way again.");
            return lines;
        }
    }

    /** {@code anpip dlq show}. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one with its payload and headers.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(paramLabel = "PLACE", description = "TOPIC/PARTITION/OFFSET.")
        private String place = "";

        @Override
        public Integer call() {
            Terminal.out()
                    .line(JsonOutput.of(OperatorAccess.api(data.directory()).get(PATH + '/' + checked(place))));
            return 0;
        }
    }

    /** {@code anpip dlq redrive}. */
    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = "Sends dead letters on their way again: a video that failed is made again as the next"
                    + " generation, a parked record is published again.")
    static final class Redrive implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(arity = "1..*", paramLabel = "PLACE", description = "TOPIC/PARTITION/OFFSET.")
        private List<String> places = List.of();

        @Override
        public Integer call() {
            Terminal terminal = Terminal.out();
            OperatorClient operator = OperatorAccess.api(data.directory());
            for (String place : places) {
                String outcome = operator.post(PATH + '/' + checked(place) + "/redrive")
                        .path("outcome")
                        .asText();
                terminal.line(place + ": " + sentence(outcome));
            }
            return 0;
        }

        private static String sentence(String outcome) {
            return switch (outcome) {
                case "REPROCESSED" -> "its video is made again";
                case "PUBLISHED_AGAIN" -> "its record is published again";
                case "NOT_NEEDED" -> "nothing to do, its video is in work or removed";
                default -> outcome;
            };
        }
    }

    private static String placeOf(JsonNode letter) {
        return letter.path("topic").asText()
                + '/'
                + letter.path("partition").asInt()
                + '/'
                + letter.path("offset").asLong();
    }

    private static String checked(String place) {
        if (!place.matches("[A-Za-z0-9._-]+/\\d+/\\d+")) {
            throw new CommandFailed(new Failure.Unknown(
                    "'" + place + "' is no place: it is TOPIC/PARTITION/OFFSET, as 'anpip dlq list' shows it."));
        }
        return place;
    }
}
