package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.anpip.validator.Mutation.Change;
import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing is broken in a good stream, and exactly the rule about it is found broken. */
class MutationIT {

    @TempDir
    private static Path work;

    private static Path good;

    @BeforeAll
    static void makeStream() throws IOException {
        good = StreamMaker.make(work.resolve("good"));
    }

    static Stream<Arguments> mutations() {
        return Stream.of(
                        PlaylistMutations.all(),
                        VariantMutations.all(),
                        MediaMutations.all(),
                        TrackMutations.all(),
                        ManifestMutations.all())
                .flatMap(List::stream)
                .map(mutation -> argumentSet(mutation.toString(), mutation));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void breaksExactlyItsRules(Mutation mutation, @TempDir Path folder) throws IOException {
        Change change = Change.copyOf(good, folder.resolve("stream"));

        mutation.edit().apply(change);
        Report report = StreamValidator.ofFolder(change.folder()).validate();

        assertThat(report.findings().stream().map(Finding::rule).distinct())
                .as(report.text())
                .containsExactlyInAnyOrderElementsOf(mutation.broken());
    }
}
