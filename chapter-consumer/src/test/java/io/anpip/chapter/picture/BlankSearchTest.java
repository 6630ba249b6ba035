package io.anpip.chapter.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.signal.Interval;
import org.junit.jupiter.api.Test;

class BlankSearchTest {

    private static final int BLACK = 16;
    private static final int WHITE = 235;

    @Test
    void blackAndWhiteBetweenScenesAreSeen() {
        Painted painted = new Painted()
                .scene(1, 20)
                .flat(BLACK, 10)
                .scene(2, 20)
                .flat(WHITE, 5)
                .scene(3, 20);

        assertThat(BlankSearch.blanks(painted.trail())).containsExactly(new Interval(2, 3), new Interval(5, 5.5));
    }

    @Test
    void aFlashInAScene() {
        assertThat(BlankSearch.blanks(
                        new Painted().scene(1, 20).flat(WHITE, 2).scene(1, 20).trail()))
                .isEmpty();
    }

    @Test
    void aFadeThroughBlackWithinASceneIsNoFlash() {
        Painted painted = new Painted();
        painted.scene(1, 20).dissolve(1, 1, 1);
        for (int dimmed = 150; dimmed > BLACK; dimmed -= 20) {
            painted.flat(dimmed, 1);
        }
        painted.flat(BLACK, 2);
        for (int lit = BLACK + 20; lit < 150; lit += 20) {
            painted.flat(lit, 1);
        }

        assertThat(BlankSearch.blanks(painted.scene(1, 20).trail())).hasSize(1);
    }

    @Test
    void nothingBeginsAfterTheBlackAtTheEnd() {
        assertThat(BlankSearch.blanks(new Painted().scene(1, 20).flat(BLACK, 20).trail()))
                .isEmpty();
    }

    @Test
    void aGreyPictureIsNotBlank() {
        assertThat(BlankSearch.blanks(
                        new Painted().scene(1, 20).flat(120, 20).scene(2, 20).trail()))
                .isEmpty();
    }
}
