package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.validator.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good stream is found to be good. */
class GoodStreamIT {

    @TempDir
    private static Path work;

    private static Path good;

    @BeforeAll
    static void makeStream() throws IOException {
        good = StreamMaker.make(work.resolve("good"));
    }

    @Test
    void aGoodStreamBreaksNoRule() {
        Report report = StreamValidator.ofFolder(good).validate();

        assertThat(report.findings()).isEmpty();
        assertThat(report.conforms()).isTrue();
    }

    @Test
    void allOfItIsLookedAt() {
        Report report = StreamValidator.ofFolder(good).validate();

        assertThat(report.extent().hlsPlaylists()).isEqualTo(7);
        assertThat(report.extent().dashRepresentations()).isEqualTo(6);
        assertThat(report.extent().files()).isEqualTo(26);
        assertThat(report.extent().seconds()).isBetween(18.0, 18.05);
    }
}
