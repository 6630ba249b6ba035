package io.anpip.transcode.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.transcode.Sources;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final Rational FILM = new Rational(24, 1);

    @Test
    void fullHighDefinitionGetsFiveRungsWithTheirCapsAndLevels() {
        assertThat(plan(1920, 1080, FILM))
                .containsExactly(
                        new Rung("240p", 426, 240, 350_000, 700_000, "3.0", Sources.encoder()),
                        new Rung("360p", 640, 360, 700_000, 1_400_000, "3.0", Sources.encoder()),
                        new Rung("480p", 854, 480, 1_200_000, 2_400_000, "3.0", Sources.encoder()),
                        new Rung("720p", 1280, 720, 2_400_000, 4_800_000, "3.1", Sources.encoder()),
                        new Rung("1080p", 1920, 1080, 4_500_000, 9_000_000, "4.0", Sources.encoder()));
    }

    @Test
    void above30FramesPerSecondCapsAreHalfAsMuchAgainAndLevelsRise() {
        assertThat(plan(1920, 1080, new Rational(60_000, 1001)))
                .containsExactly(
                        new Rung("240p", 426, 240, 525_000, 1_050_000, "3.0", Sources.encoder()),
                        new Rung("360p", 640, 360, 1_050_000, 2_100_000, "3.1", Sources.encoder()),
                        new Rung("480p", 854, 480, 1_800_000, 3_600_000, "3.1", Sources.encoder()),
                        new Rung("720p", 1280, 720, 3_600_000, 7_200_000, "3.2", Sources.encoder()),
                        new Rung("1080p", 1920, 1080, 6_750_000, 13_500_000, "4.2", Sources.encoder()));
    }

    @Test
    void aSourceBetweenTwoStepsKeepsARungOfItsOwnSizeWithACapBetweenTheirs() {
        assertThat(plan(768, 432, FILM).getLast())
                .isEqualTo(new Rung("432p", 768, 432, 1_000_000, 2_000_000, "3.0", Sources.encoder()));
    }

    @ParameterizedTest
    @CsvSource({
        "768, 432, 240p 360p 432p",
        "3840, 2160, 240p 360p 480p 720p 1080p",
        "2560, 1440, 240p 360p 480p 720p 1080p",
        "1080, 1920, 240p 360p 480p 720p 1080p",
        "854, 480, 240p 360p 480p",
        "320, 240, 240p",
        "352, 288, 240p 288p",
        "720, 486, 240p 360p 480p",
        "160, 120, 120p",
        "161, 121, 120p",
        "769, 433, 240p 360p 432p",
        "1, 1, 2p",
    })
    void rungsAreNamedByTheShortSideAndNeverLargerThanTheSource(int width, int height, String names) {
        assertThat(plan(width, height, FILM)).extracting(Rung::name).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "1080, 1920, 240, 426",
        "720, 720, 240, 240",
        "1920, 800, 576, 240",
        "2560, 1080, 568, 240",
        "854, 480, 426, 240"
    })
    void theLongSideFollowsTheAspectOfThePicture(int width, int height, int smallestWidth, int smallestHeight) {
        Rung smallest = plan(width, height, FILM).getFirst();

        assertThat(List.of(smallest.width(), smallest.height())).containsExactly(smallestWidth, smallestHeight);
    }

    @Test
    void whateverTheSourceSidesAreEvenAndGrowAndAreNotUpscaled() {
        for (int width = 2; width < 5000; width += 37) {
            for (int height = 2; height < 5000; height += 41) {
                List<Rung> rungs = plan(width, height, FILM);
                int smaller = 0;
                for (Rung rung : rungs) {
                    assertThat(rung.width() % 2 + rung.height() % 2)
                            .as("%s of %dx%d", rung, width, height)
                            .isZero();
                    assertThat(rung.width())
                            .as("%s of %dx%d", rung, width, height)
                            .isBetween(2, Math.max(2, width + 1));
                    assertThat(rung.height())
                            .as("%s of %dx%d", rung, width, height)
                            .isBetween(2, Math.max(2, height + 1));
                    assertThat(Math.min(rung.width(), rung.height())).isGreaterThan(smaller);
                    assertThat(Math.max(rung.width(), rung.height())).isLessThanOrEqualTo(4096);
                    smaller = Math.min(rung.width(), rung.height());
                }
                assertThat(rungs).isNotEmpty();
            }
        }
    }

    @Test
    void rungsOfSeveralCodecsHaveNamesOfTheirOwnAndGoBySize() {
        List<Rung> rungs = Ladder.plan(Sources.video(1280, 720, 10), FILM, hevc());

        assertThat(rungs)
                .extracting(rung -> rung.name() + " " + rung.codec().ffmpegName() + " " + rung.level())
                .containsExactly(
                        "240p-hevc hevc 2.0",
                        "360p h264 3.0",
                        "360p-hevc hevc 2.1",
                        "480p-hevc hevc 3.0",
                        "720p h264 3.1",
                        "720p-hevc hevc 3.1");
    }

    @Test
    void picturesThatAnEncoderCannotTakeAreMadeInTheOthersAlone() {
        assertThat(Ladder.plan(Sources.video(16, 16, 10), FILM, hevc()))
                .extracting(Rung::name)
                .containsExactly("16p");
        assertThat(Ladder.plan(Sources.video(16, 16, 10), FILM, hevc().subList(1, 2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "426, 240, 24, 2.0, 2.0",
        "640, 360, 30, 2.1, 2.1",
        "854, 480, 30, 3.0, 3.0",
        "1280, 720, 30, 3.1, 3.1",
        "1280, 720, 60, 4.0, 4.0",
        "1920, 1080, 24, 4.0, 4.0",
        "1080, 1920, 30, 4.0, 4.0",
        "1920, 1080, 60, 4.1, 4.1",
        "3840, 2160, 30, 5.0, 5.0",
        "3840, 2160, 60, 5.1, 5.1",
    })
    void levelsAreNoHigherThanPictureAndRateNeed(int width, int height, int rate, String hevc, String av1) {
        Rational frameRate = new Rational(rate, 1);

        assertThat(VideoCodec.HEVC.level(width, height, frameRate, 200_000, 400_000))
                .isEqualTo(hevc);
        assertThat(VideoCodec.AV1.level(width, height, frameRate, 200_000, 400_000))
                .isEqualTo(av1);
    }

    @Test
    void aHighCapRaisesTheLevel() {
        assertThat(VideoCodec.HEVC.level(426, 240, FILM, 3_000_000, 6_000_000)).isEqualTo("3.0");
        assertThat(VideoCodec.AV1.level(426, 240, FILM, 3_000_000, 6_000_000)).isEqualTo("2.1");
    }

    private static List<LadderSettings> hevc() {
        return Sources.profile("hevc", Duration.ofSeconds(12), Duration.ofSeconds(30))
                .ladders();
    }

    private static List<Rung> plan(int width, int height, Rational rate) {
        return Ladder.plan(
                Sources.video(width, height, 10), rate, Sources.settings().ladders());
    }
}
