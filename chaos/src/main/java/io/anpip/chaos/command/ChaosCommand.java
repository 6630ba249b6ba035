package io.anpip.chaos.command;

import io.anpip.chaos.nemesis.Nemesis;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.scenario.Outcome;
import io.anpip.chaos.scenario.Scenario;
import io.anpip.chaos.scenario.Scenarios;
import io.anpip.chaos.scenario.Stage;
import io.anpip.chaos.throughput.ProjectorThroughput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip chaos}. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Breaks a pipeline on purpose and checks that nothing was lost.",
        footer = {
            "",
            "What to play: numbers of the table (F01 F07 ...), 'short', 'all', 'list' or 'nemesis';",
            "'throughput' measures the projector.",
            "A pipeline of its own is started in a temporary directory; a running stack is left alone.",
            "Ends with 1 when something does not hold; with --without, when something holds all the same."
        })
public final class ChaosCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "WHAT", description = "What to play.")
    private List<String> what = List.of();

    @Option(
            names = "--without",
            description = "Switch the mechanism off that the scenario proves: it must then come out red.")
    private boolean without;

    @Option(names = "--minutes", paramLabel = "N", description = "Length of the nemesis (default: ${DEFAULT-VALUE}).")
    private int minutes = 5;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the nemesis (default: the time).")
    private long seed = System.currentTimeMillis();

    @Option(names = "--videos", paramLabel = "N", description = "Videos of the nemesis (default: ${DEFAULT-VALUE}).")
    private int videos = 40;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Events of the rebuild that 'throughput' measures (default: ${DEFAULT-VALUE}).")
    private int events = 1_000_000;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (what.equals(List.of("list"))) {
            Scenarios.ALL.forEach(scenario -> {
                line(scenario.id() + "  " + scenario.title());
                line("     proves: " + scenario.mechanism());
            });
            return 0;
        }
        Path data = Files.createTempDirectory("anpip-chaos");
        if (what.equals(List.of("throughput"))) {
            try (Stage stage = Stage.open(PipelineOptions.in(checkout(), data), ChaosCommand::said)) {
                new ProjectorThroughput(stage.pipeline()).measure(events).forEach(ChaosCommand::line);
                return 0;
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Group group : groups(scenarios(), PipelineOptions.in(checkout(), data))) {
            try (Stage stage = without
                    ? Stage.openWithout(group.options(), ChaosCommand::said)
                    : Stage.open(group.options(), ChaosCommand::said)) {
                for (Scenario scenario : group.scenarios()) {
                    Outcome outcome = stage.play(scenario);
                    outcomes.add(outcome);
                    tell(outcome);
                }
            }
        }
        return without ? summaryWithout(outcomes) : summary(outcomes, data);
    }

    /** Scenarios that are played on one pipeline. */
    private record Group(PipelineOptions options, List<Scenario> scenarios) {}

    private List<Group> groups(List<Scenario> scenarios, PipelineOptions usual) throws IOException {
        return without ? groupsWithout(scenarios, usual) : groupsWith(scenarios, usual);
    }

    private static List<Group> groupsWithout(List<Scenario> scenarios, PipelineOptions usual) throws IOException {
        List<Group> groups = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Optional<PipelineOptions> switchedOff = scenario.without(in(scenario.id(), usual));
            switchedOff.ifPresentOrElse(
                    options -> groups.add(new Group(options, List.of(scenario))),
                    () -> line(scenario.id() + "  has no switch: " + scenario.mechanism()));
        }
        return groups;
    }

    private static List<Group> groupsWith(List<Scenario> scenarios, PipelineOptions usual) throws IOException {
        List<Group> groups = new ArrayList<>();
        List<Scenario> sharing = scenarios.stream().filter(Scenario::shares).toList();
        if (!sharing.isEmpty()) {
            groups.add(new Group(in("shared", usual), sharing));
        }
        for (Scenario scenario : scenarios) {
            if (!scenario.shares()) {
                groups.add(new Group(scenario.options(in(scenario.id(), usual)), List.of(scenario)));
            }
        }
        return groups;
    }

    /** The same with a folder of its own for data and logs. */
    private static PipelineOptions in(String folder, PipelineOptions usual) throws IOException {
        return new PipelineOptions(
                usual.checkout(),
                Files.createDirectories(usual.data().resolve(folder)),
                usual.workers(),
                usual.environment());
    }

    private List<Scenario> scenarios() {
        if (what.equals(List.of("all"))) {
            return Scenarios.ALL;
        }
        if (what.equals(List.of("short"))) {
            return Scenarios.SHORT;
        }
        if (what.equals(List.of("nemesis"))) {
            return List.of(new Nemesis(Duration.ofMinutes(minutes), seed, videos));
        }
        return what.stream()
                .map(id -> Scenarios.named(id)
                        .orElseThrow(() -> new CommandLine.ParameterException(
                                new CommandLine(this),
                                "There is no scenario " + id + "; 'anpip chaos list' shows them.")))
                .toList();
    }

    private static int summaryWithout(List<Outcome> outcomes) {
        line("");
        for (Outcome outcome : outcomes) {
            line(String.format(
                    "%s  %s",
                    outcome.id(),
                    outcome.green()
                            ? "GREEN, though what it proves was switched off"
                            : "red, as it has to be without what it proves"));
        }
        return outcomes.stream().noneMatch(Outcome::green) ? 0 : 1;
    }

    private static int summary(List<Outcome> outcomes, Path data) {
        line("");
        for (Outcome outcome : outcomes) {
            line(String.format(
                    "%s  %-5s %3d videos  %4.0f s",
                    outcome.id(), outcome.green() ? "green" : "RED", outcome.videos(), outcome.seconds()));
        }
        boolean green = outcomes.stream().allMatch(Outcome::green);
        line(green ? "Nothing was lost." : "Not everything holds. Logs, ledgers and data are in " + data + ".");
        return green ? 0 : 1;
    }

    private static void tell(Outcome outcome) {
        outcome.verdict().lines().forEach(ChaosCommand::line);
        outcome.unmet().forEach(expectation -> line("  NOT MET  " + expectation));
    }

    private static void said(String what) {
        line(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    }

    private static void line(String text) {
        System.out.println(text);
    }

    private static Path checkout() {
        return Path.of(System.getProperty("anpip.checkout", "")).toAbsolutePath();
    }
}
