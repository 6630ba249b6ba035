package io.anpip.chapter.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.fusion.Evidence.CutSeen;
import io.anpip.chapter.signal.Cut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterRulesTest {

    private static final ChapterRules RULES = new ChapterRules(20, 4, 60, 0.2);

    @ParameterizedTest
    @CsvSource({"10, 4", "30, 4", "100, 10", "600, 60", "1800, 60", "7200, 180"})
    void theShortestChapterGrowsWithTheVideo(double videoSeconds, double minLength) {
        assertThat(RULES.minLengthSeconds(videoSeconds)).isEqualTo(minLength);
    }

    @Test
    void everyCutFarFromTheOthersBeginsAChapter() {
        assertThat(RULES.choose(List.of(cut(6, 30), cut(11, 25), cut(18, 40)), 24))
                .extracting(Boundary::atSeconds)
                .containsExactly(6.0, 11.0, 18.0);
    }

    @Test
    void theStrongestOfCutsCloseTogetherWins() {
        assertThat(RULES.choose(List.of(cut(9, 20), cut(11, 40), cut(13, 30)), 30))
                .extracting(Boundary::atSeconds)
                .containsExactly(11.0);
    }

    @Test
    void noChapterIsShortAtTheStartOrTheEnd() {
        assertThat(RULES.choose(List.of(cut(2, 40), cut(28, 40)), 30)).isEmpty();
    }

    @Test
    void weakCutsBeginNoChapter() {
        assertThat(RULES.choose(List.of(cut(10, 9)), 30)).isEmpty();
    }

    @Test
    void thereAreNeverMoreThanSoManyChapters() {
        List<Boundary> everyMinute =
                IntStream.range(1, 120).mapToObj(minute -> cut(60 * minute, 30)).toList();

        assertThat(RULES.choose(everyMinute, 7200)).hasSizeLessThanOrEqualTo(19);
    }

    @RepeatedTest(20)
    void theChoiceDoesNotDependOnTheOrderOfTheSignals(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Boundary> boundaries = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(index -> cut(random.nextInt(600), random.nextInt(60)))
                .toList());
        List<Boundary> chosen = RULES.choose(boundaries, 600);

        Collections.shuffle(boundaries, random);

        assertThat(RULES.choose(boundaries, 600)).isEqualTo(chosen);
        assertThat(chosen).isSortedAccordingTo((a, b) -> Double.compare(a.atSeconds(), b.atSeconds()));
        for (int index = 1; index < chosen.size(); index++) {
            assertThat(chosen.get(index).atSeconds() - chosen.get(index - 1).atSeconds())
                    .isGreaterThanOrEqualTo(60);
        }
    }

    private static Boundary cut(double seconds, double score) {
        return new Boundary(seconds, List.of(new CutSeen(new Cut(seconds, score))));
    }
}
