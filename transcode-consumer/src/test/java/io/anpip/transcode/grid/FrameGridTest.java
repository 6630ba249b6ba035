package io.anpip.transcode.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.transcode.Sources;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameGridTest {

    private static final Rational NTSC = new Rational(30_000, 1001);

    @Test
    void aMinuteAt2997IsCutIntoAShortFirstChunkAndWholeSegments() {
        FrameGrid grid = FrameGrid.of(NTSC, 60.06, Sources.settings().grid());

        assertThat(grid)
                .isEqualTo(new FrameGrid(
                        NTSC,
                        1800,
                        60,
                        180,
                        List.of(new ChunkRange(0, 0, 360), new ChunkRange(1, 360, 900), new ChunkRange(2, 1260, 540))));
        assertThat(grid.timescale()).isEqualTo(30_000);
        assertThat(grid.ticksPerFrame()).isEqualTo(1001);
        assertThat(grid.durationTicks()).isEqualTo(1_801_800);
        assertThat(grid.segmentTicks()).hasSize(10).containsOnly(180_180L);
        assertThat(grid.firstSegmentNumber(grid.chunks().get(1))).isEqualTo(3);
        assertThat(grid.segmentCount(grid.chunks().get(1))).isEqualTo(5);
    }

    @Test
    void aTailShorterThanASegmentGoesWithTheChunkBeforeIt() {
        FrameGrid grid = FrameGrid.of(
                new Rational(25, 1), 12 + 30 + 5.96, Sources.settings().grid());

        assertThat(grid.chunks()).containsExactly(new ChunkRange(0, 0, 300), new ChunkRange(1, 300, 899));
        assertThat(grid.segmentTicks()).containsExactly(150L, 150L, 150L, 150L, 150L, 150L, 150L, 149L);
    }

    @Test
    void aTailOfAWholeSegmentIsAChunk() {
        FrameGrid grid = FrameGrid.of(
                new Rational(25, 1), 12 + 30 + 6, Sources.settings().grid());

        assertThat(grid.chunks()).extracting(ChunkRange::frameCount).containsExactly(300, 750, 150);
    }

    @Test
    void aVideoOfNoMeasurableLengthHasOneFrame() {
        FrameGrid grid = FrameGrid.of(new Rational(25, 1), 0, Sources.settings().grid());

        assertThat(grid.totalFrames()).isEqualTo(1);
        assertThat(grid.chunks()).containsExactly(new ChunkRange(0, 0, 1));
    }

    @Test
    void whateverTheLengthChunksCoverAllFramesOnceAndStartOnSegments() {
        List<Rational> rates = List.of(
                new Rational(5, 1),
                new Rational(25, 2),
                new Rational(24_000, 1001),
                NTSC,
                new Rational(60, 1),
                new Rational(999_983, 20_011));
        for (Rational rate : rates) {
            for (int milliseconds = 1; milliseconds < 200_000; milliseconds += 1237) {
                GridSettings settings = new GridSettings(
                        Duration.ofSeconds(6 + milliseconds % 13), Duration.ofSeconds(6 + milliseconds % 31), 2, 3);
                FrameGrid grid = FrameGrid.of(rate, milliseconds / 1000.0, settings);
                long next = 0;
                for (ChunkRange chunk : grid.chunks()) {
                    assertThat(chunk.firstFrame()).isEqualTo(next);
                    assertThat(chunk.firstFrame() % grid.segmentFrames()).isZero();
                    assertThat(chunk.frameCount()).isPositive();
                    next = chunk.endFrame();
                }
                assertThat(next).isEqualTo(grid.totalFrames());
                assertThat(grid.segmentFrames()).isEqualTo(3 * grid.gopFrames());
                assertThat(grid.segmentTicks().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(grid.durationTicks());
                if (grid.chunks().size() > 1) {
                    assertThat(grid.chunks().getLast().frameCount()).isGreaterThanOrEqualTo(grid.segmentFrames());
                }
                assertThat(Math.abs(grid.durationSeconds() - milliseconds / 1000.0))
                        .isLessThanOrEqualTo(Math.max(0.5 / rate.toDouble() + 1e-9, 1 / rate.toDouble() - 0.001));
            }
        }
    }

    @Test
    void aDayAtSixtyFramesPerSecondIsExact() {
        FrameGrid grid = FrameGrid.of(
                new Rational(60_000, 1001), 86_400 * 1.001, Sources.settings().grid());

        assertThat(grid.totalFrames()).isEqualTo(86_400L * 60);
    }
}
