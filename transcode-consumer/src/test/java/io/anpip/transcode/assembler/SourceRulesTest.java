package io.anpip.transcode.assembler;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.ContainerTables;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceRulesTest {

    private static final SourceLimits LIMITS = new SourceLimits() {
        @Override
        public Duration maxDuration() {
            return Duration.ofHours(1);
        }

        @Override
        public long maxPixels() {
            return 4_000_000;
        }

        @Override
        public int maxSide() {
            return 16_384;
        }

        @Override
        public int maxFrameRate() {
            return 100;
        }

        @Override
        public long maxPixelsPerSecond() {
            return 100_000_000;
        }

        @Override
        public Duration maxKeyFrameGap() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int maxStreams() {
            return 20;
        }

        @Override
        public int maxChapters() {
            return 30;
        }

        @Override
        public int maxFrames() {
            return 1000;
        }

        @Override
        public int maxAudioTracks() {
            return 2;
        }
    };

    @Test
    void acceptsAnOrdinaryVideo() {
        assertThat(SourceRules.objection(video(1920, 1080, 10), LIMITS)).isEmpty();
    }

    @Test
    void acceptsSoundAlone() {
        assertThat(SourceRules.objection(sound(2, 10), LIMITS)).isEmpty();
    }

    @Test
    void refusesAFileWithNeitherPicturesNorSound() {
        assertThat(SourceRules.objection(sound(0, 10), LIMITS))
                .contains("The file holds neither pictures nor sound that we can decode.");
    }

    @Test
    void refusesAFileWithoutLength() {
        assertThat(SourceRules.objection(sound(1, 0), LIMITS).orElseThrow()).contains("no length");
        assertThat(SourceRules.objection(sound(1, Double.NaN), LIMITS).orElseThrow())
                .contains("no length");
    }

    @Test
    void namesLimitAndValueOfWhatIsTooMuch() {
        assertThat(SourceRules.objection(video(1920, 1080, 3601), LIMITS))
                .contains("The video is 3601 s long; the limit is 3600 s.");
        assertThat(SourceRules.objection(video(100_000, 100_000, 10), LIMITS))
                .contains("The pictures are 100000 x 100000 pixels; the limit is 4000000 pixels and 16384 a side.");
        assertThat(SourceRules.objection(sound(3, 10), LIMITS))
                .contains("The file has 3 audio tracks; the limit is 2.");
    }

    @Test
    void refusesMorePicturesASecondThanTheLimit() {
        assertThat(SourceRules.objection(video(100, 100, 1), LIMITS))
                .contains("The video has 250 pictures a second; the limit is 100.");
    }

    @Test
    void refusesMorePixelsASecondThanTheLimit() {
        assertThat(SourceRules.objection(video(2000, 2000, 5), LIMITS))
                .contains("The video has 50 pictures of 2000 x 2000 pixels a second, so 200000000 pixels a second;"
                        + " the limit is 100000000.");
    }

    @Test
    void refusesAVideoWithoutKeyFrames() {
        assertThat(SourceRules.objection(video(100, 100, 100, 90), LIMITS))
                .contains("The video has no key frame for 90 s; the limit is 60 s."
                        + " Save it with a key frame every few seconds.");
    }

    @Test
    void judgesTheTablesOfAContainerBeforeItIsRead() {
        assertThat(SourceRules.objection(new ContainerTables(20, 30, false), LIMITS))
                .isEmpty();
        assertThat(SourceRules.objection(new ContainerTables(21, 0, false), LIMITS))
                .contains("The file has 21 streams; the limit is 20.");
        assertThat(SourceRules.objection(new ContainerTables(1, ContainerTables.MOST_COUNTED, false), LIMITS))
                .contains("The file has at least 100000 chapters; the limit is 30.");
        assertThat(SourceRules.objection(new ContainerTables(1, 0, true), LIMITS))
                .contains("The video is encrypted (protected by DRM), so it can't be decoded."
                        + " Upload a copy without protection.");
    }

    private static SourceProbe video(int width, int height, double seconds) {
        return video(width, height, seconds, 2);
    }

    private static SourceProbe video(int width, int height, double seconds, double keyFrameGap) {
        VideoTrack track = new VideoTrack(
                0,
                "h264",
                width,
                height,
                new Rational(1, 1),
                0,
                width,
                height,
                "yuv420p",
                "progressive",
                "bt709",
                new Rational(25, 1),
                true,
                250,
                0,
                seconds,
                keyFrameGap);
        return new SourceProbe("mov", seconds, Optional.of(track), List.of(), List.of());
    }

    private static SourceProbe sound(int tracks, double seconds) {
        AudioTrack track = new AudioTrack(0, "aac", 2, 48_000, Optional.empty(), Optional.empty(), 0, seconds);
        return new SourceProbe("mov", seconds, Optional.empty(), Collections.nCopies(tracks, track), List.of());
    }
}
