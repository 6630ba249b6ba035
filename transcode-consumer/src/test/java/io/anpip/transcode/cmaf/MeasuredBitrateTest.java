package io.anpip.transcode.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredBitrateTest {

    @Test
    void thePeakIsTheRateOfTheLargestSegment() {
        assertThat(MeasuredBitrate.of(track(6000, 750_000, 6000, 1_500_000, 6000, 750_000), 6))
                .isEqualTo(new MeasuredBitrate(1_333_333, 2_000_000));
    }

    @Test
    void aLastSegmentShorterThanHalfTheTargetDoesNotMakeThePeakAlone() {
        assertThat(MeasuredBitrate.of(track(6000, 750_000, 100, 100_000), 6))
                .isEqualTo(new MeasuredBitrate(1_114_754, 1_114_754));
    }

    @Test
    void ofAVideoShorterThanHalfTheTargetPeakAndAverageAreOne() {
        assertThat(MeasuredBitrate.of(track(1000, 125_000), 6)).isEqualTo(new MeasuredBitrate(1_000_000, 1_000_000));
    }

    @Test
    void keyFramesAreMeasuredByThemselves() {
        assertThat(MeasuredBitrate.ofIFrames(track(6000, 750_000, 6000, 750_000), 6))
                .isEqualTo(new MeasuredBitrate(100_000, 100_000));
    }

    private static EncodedRendition track(int... ticksAndSizes) {
        List<EncodedSegment> segments = new ArrayList<>();
        for (int index = 0; index < ticksAndSizes.length; index += 2) {
            long ticks = ticksAndSizes[index];
            ObjectRef object = new ObjectRef("work", "key", ticksAndSizes[index + 1], "");
            IFrameRange frame = new IFrameRange(24, ticksAndSizes[index + 1] / 10, 0, ticks);
            segments.add(new EncodedSegment(index / 2 + 1, object, "", ticks, List.of(frame)));
        }
        return new EncodedRendition(
                "720p", 1000, new EncodedInit(new ObjectRef("work", "key", 700, ""), "", "avc1.64001F"), segments);
    }
}
