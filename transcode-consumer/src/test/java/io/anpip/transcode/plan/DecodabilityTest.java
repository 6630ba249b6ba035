package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodabilityTest {

    @Test
    void aSoundSourceIsNeverObjectedTo() {
        assertThat(Decodability.objection(0, 1, "pictures")).isEmpty();
    }

    @Test
    void moreThanTheLeastShareIsEnough() {
        assertThat(Decodability.objection(0.0499, 0.95, "pictures")).isEmpty();
        assertThat(Decodability.objection(0.05, 0.95, "pictures")).isPresent();
    }

    @Test
    void theSentenceNamesShareAndLimit() {
        assertThat(Decodability.objection(0.1251, 0.95, "pictures"))
                .contains("The file is damaged: only 87.4 % of its pictures can be decoded, and more than 95.0 % is"
                        + " needed.");
        assertThat(Decodability.objection(7, 0.95, "sound").orElseThrow()).contains("only 0.0 % of its sound");
    }
}
