package io.anpip.chapter.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.chapter.fusion.Evidence.BlackSeen;
import io.anpip.chapter.fusion.Evidence.CutSeen;
import io.anpip.chapter.fusion.Evidence.SilenceHeard;
import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;
import io.anpip.chapter.signal.Signals;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final Cut CUT = new Cut(10, 20);

    @Test
    void aCutIsABoundary() {
        assertThat(Fusion.ofPicture(new Signals(List.of(CUT), List.of(), List.of())))
                .containsExactly(new Boundary(10, List.of(new CutSeen(CUT))));
    }

    @Test
    void silenceAtACutMakesItSurer() {
        Interval silence = new Interval(9.2, 9.8);
        Boundary alone = Fusion.ofPicture(new Signals(List.of(CUT), List.of(), List.of()))
                .getFirst();
        Boundary supported = Fusion.ofPicture(new Signals(List.of(CUT), List.of(), List.of(silence)))
                .getFirst();

        assertThat(supported).isEqualTo(new Boundary(10, List.of(new CutSeen(CUT), new SilenceHeard(silence))));
        assertThat(alone.score()).isEqualTo(0.4, within(1e-9));
        assertThat(supported.score()).isEqualTo(1 - 0.6 * 0.74, within(1e-9));
    }

    @Test
    void silenceAloneIsNoBoundaryOfAPicture() {
        assertThat(Fusion.ofPicture(new Signals(List.of(), List.of(), List.of(new Interval(3, 9)))))
                .isEmpty();
    }

    @Test
    void allCutsAroundABlackPictureAreOneBoundaryWhereThePictureReturns() {
        Interval black = new Interval(9, 10);
        Cut into = new Cut(9, 30);
        Cut outOf = new Cut(10.1, 45);

        assertThat(Fusion.ofPicture(new Signals(List.of(into, outOf), List.of(black), List.of())))
                .containsExactly(new Boundary(10, List.of(new BlackSeen(black), new CutSeen(outOf))));
    }

    @Test
    void aFadeThroughBlackIsABoundaryWithoutACut() {
        Interval black = new Interval(9, 10);

        assertThat(Fusion.ofPicture(new Signals(List.of(), List.of(black), List.of())))
                .containsExactly(new Boundary(10, List.of(new BlackSeen(black))));
    }

    @Test
    void boundariesComeInOrderOfTime() {
        Signals signals =
                new Signals(List.of(new Cut(20, 30), new Cut(30, 30)), List.of(new Interval(24, 25)), List.of());

        assertThat(Fusion.ofPicture(signals)).extracting(Boundary::atSeconds).containsExactly(20.0, 25.0, 30.0);
    }

    @Test
    void soundIsDividedWhereItBeginsAgainAfterAPause() {
        Interval breath = new Interval(3, 3.6);
        Interval pause = new Interval(8, 10);

        assertThat(Fusion.ofSound(List.of(breath, pause), 1.5))
                .containsExactly(new Boundary(10, List.of(new SilenceHeard(pause))));
    }
}
