package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.validator.Mutation.Change;
import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Report;
import io.anpip.validator.resource.Limits;
import io.anpip.validator.rule.StreamRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a validation does not do, however a stream asks for it. */
class LimitsIT {

    @TempDir
    private static Path work;

    private static Path good;

    @BeforeAll
    static void makeStream() throws IOException {
        good = StreamMaker.make(work.resolve("good"));
    }

    @Test
    void noMoreFilesThanAllowedAreRead() {
        Report report = StreamValidator.ofFolder(good, new Limits(5, 1 << 20, 1 << 20, 0, Duration.ofSeconds(5)))
                .validate();

        assertThat(report.violations().stream().map(Finding::rule)).contains(StreamRule.LIMIT);
        assertThat(report.extent().files()).isEqualTo(5);
    }

    @Test
    void noMoreBytesOfAFileThanAllowedAreRead() {
        Report report = StreamValidator.ofFolder(good, new Limits(1000, 50_000, 1 << 20, 0, Duration.ofSeconds(5)))
                .validate();

        assertThat(report.violations().stream().map(Finding::rule)).contains(StreamRule.LIMIT);
        assertThat(report.extent().bytes()).isLessThan(50_000L * report.extent().files());
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNotFollowed(@TempDir Path folder) throws IOException {
        Change stream = Change.copyOf(good, folder.resolve("stream"));
        Path outside = Files.copy(good.resolve("text/2.vtt"), folder.resolve("outside.vtt"));
        stream.delete("text/2.vtt");
        Files.createSymbolicLink(stream.folder().resolve("text/2.vtt"), outside);

        Report report = StreamValidator.ofFolder(stream.folder()).validate();

        assertThat(report.violations().stream().map(Finding::rule)).containsOnly(StreamRule.INSIDE);
    }

    @Test
    void aRuleThatIsBrokenEverywhereIsToldAFewTimesAndCounted(@TempDir Path folder) throws IOException {
        Change stream = Change.copyOf(good, folder.resolve("stream"));
        StringBuilder playlist = new StringBuilder(Files.readString(good.resolve("text/playlist.m3u8")));
        for (int number = 10; number < 60; number++) {
            playlist.append("#EXTINF:6.0,\n").append(number).append(".vtt\n");
        }
        Files.writeString(stream.folder().resolve("text/playlist.m3u8"), playlist);

        Report report = StreamValidator.ofFolder(stream.folder()).validate();

        assertThat(report.violations()).hasSize(20);
        assertThat(report.counts()).containsEntry(StreamRule.EXISTS, 50);
        assertThat(report.text()).contains("and 30 more");
        assertThat(report.json()).contains("\"count\" : 50");
    }

    @Test
    void whatIsNoFolderIsAFinding() {
        Report report = StreamValidator.ofFolder(work.resolve("nothing")).validate();

        assertThat(report.violations().stream().map(Finding::rule)).containsExactly(StreamRule.ENTRANCE);
    }
}
