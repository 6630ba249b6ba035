package io.anpip.chapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.fusion.Boundary;
import io.anpip.chapter.fusion.Evidence.BlackSeen;
import io.anpip.chapter.fusion.Evidence.CutSeen;
import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChapterListTest {

    private static final ChapterList TWO = ChapterList.found(
            List.of(new Boundary(
                    9.0004, List.of(new BlackSeen(new Interval(8, 9.0004)), new CutSeen(new Cut(9.04, 40))))),
            20.5);

    @Test
    void chaptersRunFromTheStartOfTheVideoToItsEnd() {
        assertThat(TWO.plain()).containsExactly(new Chapter(0, 9, "Chapter 1"), new Chapter(9, 20.5, "Chapter 2"));
    }

    @Test
    void withoutABoundaryThereAreNoChapters() {
        assertThat(ChapterList.found(List.of(), 20).plain()).isEmpty();
    }

    @Test
    void theJsonSaysWhyAChapterBeginsWhereItDoes() {
        assertThat(new String(EventCodec.encodeDocument(TWO), StandardCharsets.UTF_8))
                .isEqualTo("{\"origin\":\"AUTOMATIC\",\"durationSeconds\":20.5,\"chapters\":["
                        + "{\"startSeconds\":0.0,\"endSeconds\":9.0,\"title\":\"Chapter 1\",\"signals\":[]},"
                        + "{\"startSeconds\":9.0,\"endSeconds\":20.5,\"title\":\"Chapter 2\",\"score\":0.9,\"signals\":["
                        + "{\"kind\":\"BLACK\",\"startSeconds\":8.0,\"endSeconds\":9.0,\"weight\":0.5},"
                        + "{\"kind\":\"CUT\",\"startSeconds\":9.04,\"endSeconds\":9.04,\"weight\":0.8}]}]}");
    }

    @Test
    void theWebVttHasOneCuePerChapter() {
        assertThat(ChaptersVtt.of(TWO)).isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:09.000
                        Chapter 1

                        00:00:09.000 --> 00:00:20.500
                        Chapter 2
                        """);
    }

    @Test
    void aTitleCannotEndItsCue() {
        ChapterList list = ChapterList.carried(List.of(new Chapter(0, 5, "a --> b")), 5);

        assertThat(ChaptersVtt.of(list)).contains("a --&gt; b\n").containsOnlyOnce("-->");
    }
}
