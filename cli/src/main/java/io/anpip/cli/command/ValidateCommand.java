package io.anpip.cli.command;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.FileUnreadable;
import io.anpip.cli.failure.Failure.Unknown;
import io.anpip.cli.terminal.Terminal;
import io.anpip.cli.validation.ReportLines;
import io.anpip.validator.StreamValidator;
import io.anpip.validator.report.Report;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Says where a published stream breaks Apple's HLS authoring rules, RFC 8216, CMAF or DASH.",
            "Reads every playlist, the manifest and all they name; opens nothing outside of the folder or the origin."
        },
        footer = "Ends with 0 when no rule with MUST is broken, else with 1. The rules: docs/validator.md.")
public final class ValidateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "URL|DIR",
            description =
                    "Address of a multivariant playlist or manifest, or a folder with master.m3u8 and manifest.mpd.")
    private String target = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--warnings-as-errors", description = "End with 1 for a broken SHOULD too.")
    private boolean warningsAsErrors;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.out();
        Report report = validator(target).validate();
        if (json) {
            terminal.line(report.json());
        } else {
            ReportLines.of(report, terminal.style()).forEach(terminal::line);
        }
        return exitCode(report, warningsAsErrors);
    }

    static int exitCode(Report report, boolean warningsAsErrors) {
        return report.conforms() && (!warningsAsErrors || report.warnings().isEmpty()) ? 0 : 1;
    }

    static StreamValidator validator(String target) {
        try {
            if (target.contains("://")) {
                return StreamValidator.ofUrl(URI.create(target));
            }
            Path path = Path.of(target);
            if (!Files.exists(path)) {
                throw new CommandFailed(new FileUnreadable(path, "it does not exist"));
            }
            return StreamValidator.ofFolder(path);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailed(
                    new Unknown(target + " is neither a folder nor an http or https address."), unusable);
        }
    }
}
