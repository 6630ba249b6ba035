package io.anpip.transcode.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.transcode.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioGridTest {

    @Test
    void segmentsEndAtTheFrameNextToTheCutsOfTheVideo() {
        AudioGrid grid = AudioGrid.of(video(new Rational(25, 1), 30));

        assertThat(grid.totalFrames()).isEqualTo(1406);
        assertThat(grid.segmentFrames()).containsExactly(281, 282, 281, 281, 281);
    }

    @Test
    void audioAloneIsCutEverySixSeconds() {
        AudioGrid grid = AudioGrid.of(10.005);

        assertThat(grid.totalFrames()).isEqualTo(469);
        assertThat(grid.segmentFrames()).containsExactly(281, 188);
    }

    @Test
    void aLastVideoSegmentShorterThanAnAudioFrameHasNoAudioSegmentBesideIt() {
        FrameGrid video = FrameGrid.of(
                new Rational(60, 1), 12 + 1 / 60.0, Sources.settings().grid());

        assertThat(video.segmentCount()).isEqualTo(3);
        assertThat(AudioGrid.of(video).segmentFrames()).containsExactly(281, 282);
    }

    @Test
    void thereIsAlwaysAFrame() {
        assertThat(AudioGrid.of(0).segmentFrames()).containsExactly(1);
    }

    @Test
    void whateverTheRateNoCutIsFurtherThanHalfAFrameFromTheVideos() {
        for (Rational rate : List.of(new Rational(25, 2), new Rational(24_000, 1001), new Rational(60, 1))) {
            FrameGrid video = video(rate, 7200);
            AudioGrid audio = AudioGrid.of(video);
            double segment = (double) video.segmentFrames() / rate.toDouble();
            long frames = 0;
            int index = 0;
            for (int count : audio.segmentFrames()) {
                frames += count;
                index++;
                double cut = Math.min(index * segment, video.durationSeconds());
                assertThat(Math.abs(frames * 1024 / 48_000.0 - cut)).isLessThanOrEqualTo(512 / 48_000.0 + 1e-9);
            }
            assertThat(frames).isEqualTo(audio.totalFrames());
        }
    }

    private static FrameGrid video(Rational rate, double seconds) {
        return FrameGrid.of(rate, seconds, Sources.settings().grid());
    }
}
