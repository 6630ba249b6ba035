package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Loudness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessTargetTest {

    @ParameterizedTest(name = "{0} LUFS, {1} dBTP: {2} dB")
    @CsvSource({
        "-23.0, -6.0, 0",
        "-18.5, -1.0, -4.5",
        "-30.0, -20.0, 7",
        "-30.0, -5.0, 3.5",
        "-23.0, 0.5, -2",
        "-70.0, -150.0, 0"
    })
    void soundIsBroughtToTheTargetAsFarAsThePeakAllows(double integrated, double peak, double gain) {
        assertThat(new LoudnessTarget(-23, -1.5).gainDb(new Loudness(integrated, 5, peak, 0)))
                .isEqualTo(gain);
    }
}
