package io.anpip.upload.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeamsTest {

    private static final long MIB = 1 << 20;

    @Test
    void whatIsLargeEnoughIsTakenAsItIs() {
        assertThat(Seams.of(List.of(8 * MIB, 5 * MIB, 1L))).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void aSmallEndIsMadeOneWithWhatComesAfterIt() {
        assertThat(Seams.of(List.of(8 * MIB, MIB, 8 * MIB, 8 * MIB)))
                .containsExactly(List.of(0), List.of(1, 2), List.of(3));
    }

    @Test
    void manySmallOnesAreGatheredUntilTheyAreLargeEnough() {
        assertThat(Seams.of(List.of(2 * MIB, 2 * MIB, 2 * MIB, 2 * MIB))).containsExactly(List.of(0, 1, 2), List.of(3));
    }

    @Test
    void nothingIsNoGroup() {
        assertThat(Seams.of(List.of())).isEmpty();
    }
}
