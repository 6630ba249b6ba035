package io.anpip.chapter.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Chapter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContainerChaptersTest {

    @Test
    void keepsGoodChaptersAsTheyAre() {
        List<Chapter> chapters = List.of(new Chapter(0, 60, "Opening"), new Chapter(60, 120, "Ending"));

        assertThat(ContainerChapters.sensible(chapters, 120, 500)).isEqualTo(chapters);
    }

    @Test
    void sortsThemAndClosesTheGaps() {
        assertThat(ContainerChapters.sensible(
                        List.of(new Chapter(70, 80, "B"), new Chapter(0.2, 50, "A"), new Chapter(90, 95, "C")),
                        120,
                        500))
                .containsExactly(new Chapter(0, 70, "A"), new Chapter(70, 90, "B"), new Chapter(90, 120, "C"));
    }

    @Test
    void leavesOutMarksThatCannotBe() {
        assertThat(ContainerChapters.sensible(
                        List.of(
                                new Chapter(-5, 0, "before"),
                                new Chapter(0, 60, "A"),
                                new Chapter(60, 70, "B"),
                                new Chapter(60.1, 70, "twice"),
                                new Chapter(Double.NaN, 1, "nowhere"),
                                new Chapter(500, 600, "after")),
                        120,
                        500))
                .containsExactly(new Chapter(0, 60, "A"), new Chapter(60, 120, "B"));
    }

    @Test
    void oneChapterIsNone() {
        assertThat(ContainerChapters.sensible(List.of(new Chapter(0, 120, "All")), 120, 500))
                .isEmpty();
    }

    @Test
    void cleansTitlesAndMakesUpMissingOnes() {
        assertThat(ContainerChapters.sensible(
                        List.of(
                                new Chapter(0, 60, " \u0000 \u202e\n "),
                                new Chapter(60, 90, "Two\r\nlines\t here"),
                                new Chapter(90, 120, "x".repeat(500))),
                        120,
                        500))
                .extracting(Chapter::title)
                .containsExactly("Chapter 1", "Two lines here", "x".repeat(200));
    }

    @Test
    void takesNoMoreThanSoMany() {
        List<Chapter> many = IntStream.range(0, 1000)
                .mapToObj(n -> new Chapter(n, n + 1, "t"))
                .toList();

        List<Chapter> taken = ContainerChapters.sensible(many, 1000, 500);

        assertThat(taken).hasSize(500);
        assertThat(taken.getLast().endSeconds()).isEqualTo(1000);
    }
}
