package io.anpip.cli;

import io.anpip.chaos.command.ChaosCommand;
import io.anpip.cli.command.BenchCommand;
import io.anpip.cli.command.DemoCommand;
import io.anpip.cli.command.DlqCommand;
import io.anpip.cli.command.DownCommand;
import io.anpip.cli.command.LogsCommand;
import io.anpip.cli.command.ProjectionCommand;
import io.anpip.cli.command.StatusCommand;
import io.anpip.cli.command.UpCommand;
import io.anpip.cli.command.UploadCommand;
import io.anpip.cli.command.ValidateCommand;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.localstack.failure.LocalStackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The {@code anpip} command. */
@Command(
        name = "anpip",
        description = "A video pipeline on one machine: from upload to playback.%n",
        mixinStandardHelpOptions = true,
        version = "Anpip 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            UploadCommand.class,
            StatusCommand.class,
            DownCommand.class,
            LogsCommand.class,
            DlqCommand.class,
            ProjectionCommand.class,
            ValidateCommand.class,
            BenchCommand.class,
            ChaosCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "  test     Runs the whole test suite, as CI does (handled by the launcher script).",
            "",
            "Begin with 'anpip demo': it starts everything, uploads a sample clip and prints where to watch it.",
            "Settings: ANPIP_HOME (data directory), ANPIP_PORT, ANPIP_FFMPEG_DIRECTORY, ANPIP_CACHE, NO_COLOR."
        })
public final class Anpip {
    private Anpip() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // The libraries' log is of no use here, and the notice that nothing takes it even less.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commands = new CommandLine(new Anpip());
        commands.setExecutionExceptionHandler(oneLine());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        if (arguments.length == 0) {
            commands.usage(System.out);
            return CommandLine.ExitCode.USAGE;
        }
        return commands.execute(arguments);
    }

    /** What went wrong is one line for people; a defect keeps its trace. */
    private static IExecutionExceptionHandler oneLine() {
        return (failure, _, _) -> {
            if (failure instanceof CommandFailed || failure instanceof LocalStackException) {
                System.err.println("anpip: " + failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        };
    }
}
