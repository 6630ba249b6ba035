package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupStructureTest {

    private static final Rational TIME_BASE = new Rational(1, 12_800);

    private final PacketScan.Tally tally = new PacketScan.Tally(10_000);

    @Test
    void equallyLongGroupsHaveTheirLengthAsInterval() {
        for (int frame = 0; frame < 325; frame++) {
            take(frame, 1000, frame % 50 == 0);
        }

        assertThat(structure()).contains(new GroupStructure(50, true, 200_000, 200_000));
    }

    @Test
    void moreKeyFramesBetweenTheRegularOnesDoNoHarm() {
        for (int frame = 0; frame < 325; frame++) {
            take(frame, 1000, frame % 50 == 0 || frame == 73 || frame == 7);
        }

        assertThat(structure().orElseThrow().keyFrameIntervalFrames()).isEqualTo(50);
    }

    @Test
    void keyFramesThatFollowNoRuleHaveNoShorterIntervalThanTheTrack() {
        for (int frame = 0; frame < 325; frame++) {
            take(frame, 1000, frame == 0 || frame == 61 || frame == 150);
        }

        assertThat(structure().orElseThrow().keyFrameIntervalFrames()).isEqualTo(325);
    }

    @Test
    void aPictureThatIsShownBeforeTheKeyFrameItFollowsOpensTheGroup() {
        int[] shown = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};
        for (int frame = 0; frame < shown.length; frame++) {
            take(shown[frame], 1000, frame == 0 || frame == 4);
        }

        assertThat(structure().orElseThrow().closed()).isFalse();
    }

    @Test
    void reorderingWithinAGroupLeavesItClosed() {
        int[] shown = {0, 3, 1, 2, 4, 7, 5, 6};
        for (int frame = 0; frame < shown.length; frame++) {
            take(shown[frame], 1000, frame % 4 == 0);
        }

        assertThat(structure().orElseThrow()).isEqualTo(new GroupStructure(4, true, 200_000, 200_000));
    }

    @Test
    void thePeakIsThatOfTheBusiestSixSeconds() {
        for (int frame = 0; frame < 500; frame++) {
            take(frame, frame >= 200 && frame < 350 ? 3000 : 1000, frame % 50 == 0);
        }

        GroupStructure structure = structure().orElseThrow();
        assertThat(structure.peakBitrateBps()).isEqualTo(600_000);
        assertThat(structure.averageBitrateBps()).isEqualTo(320_000);
    }

    @Test
    void thereIsNoneWhereAPacketIsNotShownOrHasNoSizeOrTheRateVaries() {
        take(0, 1000, true);
        assertThat(tally.take("0.040000,0.040000,0.040000,1000,_D_")).isTrue();
        assertThat(structure()).isEmpty();

        PacketScan.Tally unsized = new PacketScan.Tally(10);
        assertThat(unsized.take("0.000000,0.000000,0.040000,N/A,K__")).isTrue();
        assertThat(unsized.result(TIME_BASE).structure()).isEmpty();

        PacketScan.Tally variable = new PacketScan.Tally(10);
        assertThat(variable.take("0.000000,0.000000,0.040000,10,K__")).isTrue();
        assertThat(variable.take("0.040000,0.040000,0.040000,10,___")).isTrue();
        assertThat(variable.take("0.180000,0.180000,0.040000,10,___")).isTrue();
        assertThat(variable.result(TIME_BASE).structure()).isEmpty();
    }

    @Test
    void thereIsNoneWhereTheTrackBeginsWithoutAKeyFrame() {
        take(0, 1000, false);
        take(1, 1000, true);

        assertThat(structure()).isEmpty();
    }

    private Optional<GroupStructure> structure() {
        return tally.result(TIME_BASE).structure();
    }

    private void take(int shown, int size, boolean key) {
        assertThat(tally.take(
                        String.format(Locale.ROOT, "%.6f,N/A,0.040000,%d,%s", shown * 0.04, size, key ? "K__" : "___")))
                .isTrue();
    }
}
