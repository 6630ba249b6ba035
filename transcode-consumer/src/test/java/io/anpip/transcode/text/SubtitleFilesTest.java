package io.anpip.transcode.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleFilesTest {

    @Test
    void aSubRipCueBeginsOnlyWhereTheNextNumberStandsBeforeATime() {
        String file = """
                1
                00:00:01,000 --> 00:00:02,500
                <font size="20"><i>Hello</i>
                7

                1
                00:00:09,000 --> 00:00:10,000
                injected</font>

                2
                00:00:02,500 --> 00:00:02,500
                no time

                3
                01:00:03,007 --> 01:00:04,000
                last
                """;

        assertThat(SubRipFile.cues(file))
                .containsExactly(
                        new SubtitleCue(1000, 2500, "<i>Hello</i>\n7\n1\n00:00:09,000 --&gt; 00:00:10,000\ninjected"),
                        new SubtitleCue(3_603_007, 3_604_000, "last"));
    }

    @Test
    void ofSubStationAlphaTheWordsAndTheirWeightAreLeft() {
        String file = """
                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{\\i1\\c&H00FF00&}Hello{\\i0}, {\\b1}you{\\b0}\\Nthere
                Dialogue: 0,0:00:03.00,0:00:04.00,Top,Bob,0,0,0,,{a comment}{\\an8\\pos(10,20)}Up {\\p1}m 0 0 l 100 0{\\p0}here
                Dialogue: 0,0:00:05.00,0:00:06.00,Top,,0,0,0,,{\\p1}m 0 0 l 100 0
                Dialogue: 0,0:00:07.00,0:00:08.00,Karaoke,,0,0,0,,{\\k20}ka{\\k30}ra, o{\\bord2\\blur3}ke\\h!
                Comment: 0,0:00:07.00,0:00:08.00,Default,,0,0,0,,not shown
                """;

        assertThat(SubStationAlphaFile.cues(file))
                .containsExactly(
                        new SubtitleCue(1000, 2500, "<i>Hello</i>, <b>you</b>\nthere"),
                        new SubtitleCue(3000, 4000, "Up here"),
                        new SubtitleCue(7000, 8000, "kara, oke\u00a0!"));
    }

    @Test
    void cuesAreShownOnTheClockOfTheVideoWhileItRuns() {
        List<SubtitleCue> cues = List.of(
                cue(9000, 12_000, "late"),
                cue(500, 1000, "before"),
                cue(1000, 3000, "begins before"),
                cue(9000, 12_000, "late"),
                cue(11_500, 12_000, "after"));

        assertThat(new VideoClock(1.5, 10).place(cues))
                .containsExactly(cue(0, 1500, "begins before"), cue(7500, 10_000, "late"));
    }

    @Test
    void aCueAcrossABoundaryStandsInAllSegmentsItIsShownIn() {
        List<String> files = WebVttText.segments(
                List.of(cue(1000, 6000, "first"), cue(5500, 12_500, "long")), List.of(6.0, 12.0, 14.0, 15.0));

        String head = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n";
        String first = "00:00:01.000 --> 00:00:06.000\nfirst\n\n";
        String longer = "00:00:05.500 --> 00:00:12.500\nlong\n\n";
        assertThat(files).containsExactly(head + first + longer, head + longer, head + longer, head);
    }

    @Test
    void theWholeIsOneFile() {
        assertThat(WebVttText.whole(List.of(cue(3_600_000, 3_601_234, "an hour in"))))
                .isEqualTo("WEBVTT\n\n01:00:00.000 --> 01:00:01.234\nan hour in\n\n");
    }

    private static SubtitleCue cue(long start, long end, String text) {
        return new SubtitleCue(start, end, text);
    }
}
