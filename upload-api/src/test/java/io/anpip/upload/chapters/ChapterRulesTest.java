package io.anpip.upload.chapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.schemas.Chapter;
import io.anpip.upload.session.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterRulesTest {

    private static final ChapterRules RULES = new ChapterRules(4, 1);

    @Test
    void aChapterEndsWhereTheNextOneBeginsAndTheLastWithTheVideo() {
        assertThat(RULES.check(List.of(at(0, "Intro"), at(4.2504, "Middle"), at(9, "End")), 12.5))
                .containsExactly(
                        new Chapter(0, 4.25, "Intro"), new Chapter(4.25, 9, "Middle"), new Chapter(9, 12.5, "End"));
    }

    @Test
    void anEndOfItsOwnLeavesAGap() {
        assertThat(RULES.check(List.of(between(1, 3, "One"), between(5, 12.9, "Two")), 12.5))
                .containsExactly(new Chapter(1, 3, "One"), new Chapter(5, 12.5, "Two"));
    }

    @Test
    void titlesAreCleaned() {
        assertThat(RULES.check(List.of(at(0, "  Der \u202eAnfang\u0007\n --> Übermut 🎬 ")), 10))
                .extracting(Chapter::title)
                .containsExactly("Der Anfang --> Übermut 🎬");
    }

    @Test
    void noChaptersAreChaptersToo() {
        assertThat(RULES.check(List.of(), 10)).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "-1, , Chapter 2 begins at -1.0 s",
        "NaN, , Chapter 2 begins at NaN s",
        "Infinity, , Chapter 2 begins at Infinity s",
        "10, , the video begins at 0 s and ends at 10.0 s",
        "11, , Chapter 2 begins at 11.0 s",
        "2, , Chapter 2 begins at 2.0 s",
        "2.5, , at least 1.0 s apart",
        "5, 5, Chapter 2 ends at 5.0 s",
        "5, 4, Chapter 2 ends at 4.0 s",
        "5, 10.6, no later than 10.0 s",
        "5, NaN, Chapter 2 ends at NaN s",
        ", , Chapter 2 has no 'startSeconds'",
    })
    void timesThatDoNotFitAreNamed(Double start, Double end, String sentence) {
        var second = new ChapterDraft(Optional.ofNullable(start), Optional.ofNullable(end), "Two");
        assertRefused(List.of(at(2, "One"), second), sentence);
    }

    @Test
    void chaptersDoNotOverlap() {
        assertRefused(List.of(between(0, 6, "One"), at(5, "Two")), "Chapter 1 ends at 6.0 s");
    }

    @Test
    void titlesMustBeSeenAndShort() {
        assertRefused(List.of(at(0, " \u200b ")), "Chapter 1 has no 'title'");
        assertRefused(List.of(at(0, "a".repeat(256))), "more than 255 characters");
        assertThat(RULES.check(List.of(at(0, "a".repeat(255))), 10)).hasSize(1);
    }

    @Test
    void thereAreNoMoreThanTheSettingSays() {
        List<ChapterDraft> five =
                IntStream.range(0, 5).mapToObj(n -> at(2 * n, "x")).toList();
        assertRefused(five, "at most 4 chapters; these are 5");
    }

    private static void assertRefused(List<ChapterDraft> drafts, String sentence) {
        assertThatThrownBy(() -> RULES.check(drafts, 10))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(sentence);
    }

    private static ChapterDraft at(double start, String title) {
        return new ChapterDraft(Optional.of(start), Optional.empty(), title);
    }

    private static ChapterDraft between(double start, double end, String title) {
        return new ChapterDraft(Optional.of(start), Optional.of(end), title);
    }
}
