package io.anpip.transcode.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.LeftOutRendition;
import io.anpip.schemas.Rational;
import io.anpip.transcode.Sources;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentLadderTest {

    private static final double NEGLIGIBLE = 0.015;

    private static final List<Rung> FIVE = rungs("default");

    @Test
    void whatShowsMoreThanTheNextSmallerIsMade() {
        ContentLadder ladder = ContentLadder.of(
                FIVE,
                List.of(gain(1080, 720, 0.04), gain(720, 480, 0.03), gain(480, 360, 0.05), gain(360, 240, 0.1)),
                NEGLIGIBLE);

        assertThat(ladder).isEqualTo(ContentLadder.whole(FIVE));
    }

    @Test
    void theUpperRungsOfAnUpscaledSourceAreLeftOut() {
        ContentLadder ladder = ContentLadder.of(
                FIVE,
                List.of(gain(1080, 720, 0.008), gain(720, 480, 0.0135), gain(480, 360, 0.042), gain(360, 240, 0.1)),
                NEGLIGIBLE);

        assertThat(ladder.rungs()).extracting(Rung::name).containsExactly("240p", "360p", "480p");
        assertThat(ladder.leftOut())
                .containsExactly(
                        new LeftOutRendition(
                                "720p",
                                "720p would show no more than 480p: even where they differ most, pictures of the two are alike to"
                                        + " 98.65 % (SSIM), and 98.50 % is enough to leave the larger one out."),
                        new LeftOutRendition(
                                "1080p",
                                "1080p would show no more than 720p: even where they differ most, pictures of the two are alike to"
                                        + " 99.20 % (SSIM), and 98.50 % is enough to leave the larger one out."));
    }

    @Test
    void aRungInTheMiddleIsLeftOutToo() {
        ContentLadder ladder = ContentLadder.of(
                FIVE,
                List.of(gain(1080, 720, 0.04), gain(720, 480, 0.001), gain(480, 360, 0.05), gain(360, 240, 0.1)),
                NEGLIGIBLE);

        assertThat(ladder.rungs()).extracting(Rung::name).containsExactly("240p", "360p", "480p", "1080p");
    }

    @Test
    void twoRungsStayWhateverTheyShow() {
        List<MeasuredGain> flat = List.of(gain(1080, 720, 0), gain(720, 480, 0), gain(480, 360, 0), gain(360, 240, 0));

        assertThat(ContentLadder.of(FIVE, flat, NEGLIGIBLE).rungs())
                .extracting(Rung::name)
                .containsExactly("240p", "360p");
        assertThat(ContentLadder.of(FIVE.subList(0, 1), flat, NEGLIGIBLE).rungs())
                .extracting(Rung::name)
                .containsExactly("240p");
    }

    @Test
    void whatWasNotMeasuredStays() {
        ContentLadder ladder = ContentLadder.of(FIVE, List.of(gain(720, 480, 0)), NEGLIGIBLE);

        assertThat(ladder.rungs()).extracting(Rung::name).containsExactly("240p", "360p", "480p", "1080p");
        assertThat(ContentLadder.of(FIVE, List.of(), NEGLIGIBLE)).isEqualTo(ContentLadder.whole(FIVE));
    }

    @Test
    void nothingIsLeftOutWhereNoGainIsNegligible() {
        assertThat(ContentLadder.of(FIVE, List.of(gain(1080, 720, 0), gain(720, 480, 0)), 0))
                .isEqualTo(ContentLadder.whole(FIVE));
    }

    @Test
    void everyCodecKeepsTwoRungsAndAStepOverSeveralSizesAddsUpWhatTheyShow() {
        List<Rung> both = rungs("hevc");
        List<MeasuredGain> gains =
                List.of(gain(1080, 720, 0), gain(720, 480, 0.01), gain(480, 360, 0.01), gain(360, 240, 0.1));

        ContentLadder ladder = ContentLadder.of(both, gains, NEGLIGIBLE);

        assertThat(both)
                .extracting(Rung::name)
                .containsExactly("240p-hevc", "360p", "360p-hevc", "480p-hevc", "720p", "720p-hevc", "1080p-hevc");
        assertThat(ladder.rungs()).extracting(Rung::name).containsExactly("240p-hevc", "360p", "360p-hevc", "720p");
        assertThat(ladder.leftOut())
                .extracting(LeftOutRendition::name)
                .containsExactly("480p-hevc", "720p-hevc", "1080p-hevc");
    }

    @Test
    void theLowestSimilarityOfAReportCounts() {
        List<String> lines = List.of(
                "n:1 Y:0.991234 All:0.991234 (20.571)",
                "n:2 Y:0.954321 All:0.954321 (13.4)",
                "n:3 Y:1.000000 All:1 (inf)");

        assertThat(SimilarityReport.lowest(lines).orElseThrow()).isCloseTo(0.954321, within(1e-9));
        assertThat(SimilarityReport.lowest(List.of())).isEmpty();
    }

    private static MeasuredGain gain(int shortSide, int smaller, double gain) {
        return new MeasuredGain(shortSide, smaller, gain);
    }

    private static List<Rung> rungs(String profile) {
        return Ladder.plan(
                Sources.video(1920, 1080, 10),
                new Rational(24, 1),
                Sources.profile(profile, Duration.ofSeconds(12), Duration.ofSeconds(30))
                        .ladders());
    }
}
