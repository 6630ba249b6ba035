package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PacketScanTest {

    private static final Rational MILLISECONDS = new Rational(1, 1000);

    private final PacketScan.Tally tally = new PacketScan.Tally(1000);

    @Test
    void sortsPacketsIntoPresentationOrder() {
        // Decoding order I P B B, at 25 frames a second, shown from 0.08 s on.
        take("0.080000,0.000000,0.040000,K__");
        take("0.200000,0.040000,0.040000,___");
        take("0.120000,0.080000,0.040000,___");
        take("0.160000,0.120000,0.040000,___");

        assertThat(tally.result(MILLISECONDS)).satisfies(scan -> {
            assertThat(scan.packetCount()).isEqualTo(4);
            assertThat(scan.firstPtsSeconds()).isEqualTo(0.08);
            assertThat(scan.endSeconds()).isEqualTo(0.24, within(1e-9));
            assertThat(scan.constantFrameRate()).isTrue();
            assertThat(scan.medianFrameDurationSeconds()).isEqualTo(0.04, within(1e-9));
            assertThat(scan.keyFrameCount()).isEqualTo(1);
        });
    }

    @Test
    void roundingToMillisecondsIsStillAConstantRate() {
        for (int frame = 0; frame < 300; frame++) {
            take(String.format(Locale.ROOT, "%.6f,N/A,0.033000,___", Math.round(frame * 1001 / 30.0) / 1000.0));
        }
        assertThat(tally.result(MILLISECONDS).constantFrameRate()).isTrue();
    }

    @Test
    void aNominalDurationOfTheLastFrameIsNotBelieved() {
        take("0.000000,0.000000,0.040000,K__");
        take("0.040000,0.040000,0.040000,___");
        take("0.080000,0.080000,0.001000,___");
        assertThat(tally.result(MILLISECONDS).endSeconds()).isEqualTo(0.12, within(1e-9));
    }

    @Test
    void ofStillsTheLastIsShownAsLongAsItSaysOrForASecond() {
        take("0.000000,0.000000,15.000000,K__");
        take("15.000000,15.000000,0.040000,___");
        assertThat(tally.result(MILLISECONDS).endSeconds()).isEqualTo(15.04, within(1e-9));
        PacketScan.Tally silent = new PacketScan.Tally(10);
        silent.take("0.000000,0.000000,N/A,K__");
        silent.take("15.000000,15.000000,N/A,___");
        assertThat(silent.result(MILLISECONDS).endSeconds()).isEqualTo(16, within(1e-9));
    }

    @Test
    void oneLongFrameMakesTheRateVariable() {
        take("0.000000,0.000000,0.040000,K__");
        take("0.040000,0.040000,0.040000,___");
        take("0.083000,0.083000,0.040000,___");
        assertThat(tally.result(MILLISECONDS).constantFrameRate()).isFalse();
    }

    @Test
    void aPauseDoesNotChangeHowLongAFrameUsuallyLasts() {
        for (int frame = 0; frame < 50; frame++) {
            take(String.format(Locale.ROOT, "%.6f,N/A,0.040000,K__", frame * 0.04 + (frame < 25 ? 0 : 5)));
        }
        PacketScan scan = tally.result(MILLISECONDS);

        assertThat(scan.constantFrameRate()).isFalse();
        assertThat(scan.usualFrameDurationSeconds()).isEqualTo(0.04, within(1e-9));
    }

    @Test
    void theKeyFrameGapCountsToTheEndOfTheVideo() {
        for (int second = 0; second < 10; second++) {
            take(second + ".000000,N/A,1.000000," + (second == 0 || second == 3 ? "K__" : "___"));
        }
        assertThat(tally.result(MILLISECONDS).largestKeyFrameGapSeconds()).isEqualTo(7);
        assertThat(tally.result(MILLISECONDS).keyFrameCount()).isEqualTo(2);
    }

    @Test
    void packetsThatAreNotShownDoNotCount() {
        take("-0.080000,-0.080000,0.040000,KD_");
        take("0.000000,0.000000,0.040000,K__");
        assertThat(tally.result(MILLISECONDS).packetCount()).isEqualTo(1);
        assertThat(tally.result(MILLISECONDS).firstPtsSeconds()).isZero();
    }

    @Test
    void fallsBackToDecodingTimesAndTheMedianDuration() {
        take("N/A,0.000000,N/A,K__");
        take("N/A,0.040000,N/A,___");
        take("N/A,0.080000,N/A,___");
        take("N/A,N/A,N/A,___");
        take("nonsense");
        take("");
        PacketScan scan = tally.result(MILLISECONDS);
        assertThat(scan.packetCount()).isEqualTo(3);
        assertThat(scan.endSeconds()).isEqualTo(0.12, within(1e-9));
    }

    @Test
    void picturesWithoutATimeOfTheirOwnFollowInDecodingOrder() {
        // I without a time to show it, and B B, as program streams hold them; then a packet that brings several
        // pictures.
        take("0.540000,0.500000,0.040000,K__");
        take("N/A,0.540000,0.040000,___");
        take("0.580000,0.580000,0.040000,___");
        take("0.620000,0.620000,0.040000,___");
        take("N/A,N/A,0.040000,___");
        take("N/A,N/A,0.040000,___");
        take("1");
        PacketScan scan = tally.result(MILLISECONDS);

        assertThat(scan.packetCount()).isEqualTo(6);
        assertThat(scan.firstPtsSeconds()).isEqualTo(0.54);
        assertThat(scan.endSeconds()).isEqualTo(0.78, within(1e-9));
        assertThat(scan.constantFrameRate()).isTrue();
    }

    @Test
    void withoutAnyTimeToShowThemPicturesAreLateByThoseTheDecoderKeepsBack() {
        take("N/A,0.000000,0.040000,K__");
        take("N/A,0.040000,0.040000,___");
        take("N/A,0.080000,0.040000,___");
        take("2");
        PacketScan scan = tally.result(MILLISECONDS);

        assertThat(scan.firstPtsSeconds()).isEqualTo(0.08);
        assertThat(scan.endSeconds()).isEqualTo(0.2, within(1e-9));
    }

    @Test
    void stopsAtItsLimit() {
        PacketScan.Tally small = new PacketScan.Tally(2);
        assertThat(small.take("0,0,1,K__")).isTrue();
        assertThat(small.take("1,1,1,K__")).isTrue();
        assertThat(small.take("2,2,1,K__")).isFalse();
    }

    @Test
    void nothingAndOneFrameHaveAResultToo() {
        assertThat(tally.result(MILLISECONDS)).isEqualTo(new PacketScan(0, 0, 0, 0, 0, true, 0, 0));
        take("1.000000,1.000000,0.500000,K__");
        assertThat(tally.result(MILLISECONDS)).isEqualTo(new PacketScan(1, 1, 1.5, 1, 0.5, true, 0, 0));
    }

    private void take(String line) {
        assertThat(tally.take(line)).isTrue();
    }
}
