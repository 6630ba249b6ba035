package io.anpip.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.validator.report.Extent;
import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Place;
import io.anpip.validator.report.Report;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

    @Test
    void aBrokenMustEndsWithOneAndABrokenShouldWhenAskedFor() {
        assertThat(ValidateCommand.exitCode(broken(), true)).isZero();
        assertThat(ValidateCommand.exitCode(broken(AppleRule.CONTINUOUS), false))
                .isZero();
        assertThat(ValidateCommand.exitCode(broken(AppleRule.CONTINUOUS), true)).isEqualTo(1);
        assertThat(ValidateCommand.exitCode(broken(AppleRule.PEAK_RATE), false)).isEqualTo(1);
    }

    @Test
    void anEmptyFolderDoesNotConform(@TempDir Path folder) {
        assertThat(new CommandLine(new ValidateCommand()).execute(folder.toString(), "--json"))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeValidatedIsSaidInOneLine(@TempDir Path folder) {
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> ValidateCommand.validator(nothing.toString()))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("Cannot read " + nothing + ": it does not exist.");
        assertThatThrownBy(() -> ValidateCommand.validator("ftp://example.org/master.m3u8"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("ftp://example.org/master.m3u8 is neither a folder nor an http or https address.");
    }

    private static Report broken(Rule... rules) {
        List<Finding> findings = Stream.of(rules)
                .map(rule -> new Finding(rule, Place.of("master.m3u8"), "Something."))
                .toList();
        return new Report("DIR", new Extent(0, 0, 0, 0, 0), findings, Map.of());
    }
}
