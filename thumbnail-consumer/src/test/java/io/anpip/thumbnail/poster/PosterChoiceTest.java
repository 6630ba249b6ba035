package io.anpip.thumbnail.poster;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.thumbnail.frame.Look;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosterChoiceTest {

    private static final Look GOOD = new Look(120, 50, 900);
    private static final Look BLURRED = new Look(120, 50, 30);
    private static final Look BLACK = new Look(2, 1, 0);

    @Test
    void theSharpFrameWinsOverTheBlurredAndTheBlackOne() {
        assertThat(PosterChoice.ranked(List.of(at(0, BLACK), at(3, BLURRED), at(9, GOOD)), Duration.ofSeconds(10)))
                .containsExactly(at(9, GOOD), at(3, BLURRED), at(0, BLACK));
    }

    @Test
    void ofFramesThatLookAlikeTheEarlierWins() {
        assertThat(PosterChoice.ranked(List.of(at(8, GOOD), at(2, GOOD)), Duration.ofSeconds(10)))
                .containsExactly(at(2, GOOD), at(8, GOOD));
    }

    @Test
    void anAllBlackVideoHasAPosterToo() {
        assertThat(PosterChoice.ranked(List.of(at(1, BLACK), at(0, BLACK)), Duration.ofSeconds(2)))
                .containsExactly(at(0, BLACK), at(1, BLACK));
        assertThat(PosterChoice.keepsPromise(0, at(0, BLACK))).isTrue();
    }

    @Test
    void aPictureMuchWorseThanItsCandidateBreaksThePromise() {
        assertThat(PosterChoice.keepsPromise(GOOD.score(), at(1, GOOD))).isTrue();
        assertThat(PosterChoice.keepsPromise(BLACK.score(), at(1, GOOD))).isFalse();
    }

    private static Candidate at(int seconds, Look look) {
        return new Candidate(Duration.ofSeconds(seconds), look);
    }
}
