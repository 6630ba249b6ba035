package io.anpip.chapter.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.chapter.signal.Cut;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionSearchTest {

    @Test
    void aCutIsAtTheFirstPictureAfterIt() {
        List<Cut> cuts = cuts(new Painted().scene(1, 40).scene(2, 40));

        assertThat(cuts).extracting(Cut::atSeconds).containsExactly(4.0);
        assertThat(cuts.getFirst().sceneScore()).isGreaterThan(20);
    }

    @Test
    void cutsAreInOrderOfTimeAndNoMoreThanThereAre() {
        assertThat(cuts(new Painted().scene(1, 40).scene(2, 30).scene(3, 50).scene(4, 40)))
                .extracting(Cut::atSeconds)
                .containsExactly(4.0, 7.0, 12.0);
    }

    @Test
    void aDissolveIsAtItsMiddle() {
        assertThat(cuts(new Painted().scene(1, 40).dissolve(1, 2, 15).scene(2, 40)))
                .singleElement()
                .satisfies(cut -> assertThat(cut.atSeconds()).isCloseTo(4.8, within(0.3)));
    }

    @Test
    void aFlashIsNoCut() {
        assertThat(cuts(new Painted().scene(1, 40).flat(235, 2).scene(1, 40))).isEmpty();
        assertThat(cuts(new Painted().scene(1, 40).scene(2, 1).scene(1, 40))).isEmpty();
    }

    @Test
    void anotherExposureIsNoCut() {
        assertThat(cuts(new Painted().scene(1, 40).scene(1, 40, 60))).isEmpty();
    }

    @Test
    void whereEverythingChangesAllTheTimeNothingIsACut() {
        assertThat(cuts(new Painted().turmoil(1, 80))).isEmpty();
    }

    @Test
    void aCutOfOneBrightnessToAnotherIsSeen() {
        assertThat(cuts(new Painted().flat(80, 40).flat(140, 40)))
                .extracting(Cut::atSeconds)
                .containsExactly(4.0);
    }

    @Test
    void fewPicturesTellNothing() {
        assertThat(cuts(new Painted())).isEmpty();
        assertThat(cuts(new Painted().scene(1, 1).scene(2, 1))).isEmpty();
    }

    private static List<Cut> cuts(Painted painted) {
        return TransitionSearch.cuts(painted.trail());
    }
}
