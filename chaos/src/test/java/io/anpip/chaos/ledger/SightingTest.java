package io.anpip.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SightingTest {

    @Test
    void aStatusGoesForwardWithinAGeneration() {
        assertThat(new Sighting(1, "PLAYABLE").mayFollow(new Sighting(1, "PROCESSING")))
                .isTrue();
        assertThat(new Sighting(1, "PROCESSING").mayFollow(new Sighting(1, "PLAYABLE")))
                .isFalse();
        assertThat(new Sighting(1, "READY").mayFollow(new Sighting(1, "PLAYABLE")))
                .isTrue();
    }

    @Test
    void anEndStays() {
        assertThat(new Sighting(1, "READY").mayFollow(new Sighting(1, "FAILED")))
                .isFalse();
        assertThat(new Sighting(1, "FAILED").mayFollow(new Sighting(1, "READY")))
                .isFalse();
        assertThat(new Sighting(1, "FAILED").mayFollow(new Sighting(1, "FAILED")))
                .isTrue();
    }

    @Test
    void aLaterGenerationIsLaterWhateverItSays() {
        assertThat(new Sighting(2, "PROCESSING").mayFollow(new Sighting(1, "READY")))
                .isTrue();
        assertThat(new Sighting(1, "READY").mayFollow(new Sighting(2, "PROCESSING")))
                .isFalse();
    }
}
