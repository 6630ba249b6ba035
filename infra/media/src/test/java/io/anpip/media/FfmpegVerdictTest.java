package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegVerdict.InputAtFault;
import io.anpip.media.FfmpegVerdict.NotItsFault;
import io.anpip.media.FfmpegVerdict.Suspect;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegVerdictTest {

    @Test
    void anErrorOfFfmpegItselfIsTheInputsFault() {
        List<String> lines = List.of("[error] Invalid data found when processing input");

        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(183, lines))).isEqualTo(new InputAtFault(lines));
    }

    @Test
    void aRunThatWasContentWithHalfAnInputIsNotFine() {
        var outcome = new FfmpegOutcome.Completed(
                Duration.ofSeconds(1),
                List.of("[http @ 0x1] [error] Stream ends prematurely at 33554432, should be 67108864"));

        assertThat(FfmpegVerdict.of(outcome)).isInstanceOf(NotItsFault.class);
    }

    @Test
    void aCrashIsSuspect() {
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(139, List.of())))
                .isEqualTo(new Suspect("it ended with signal 11", List.of()));
    }

    @Test
    void aRunOutOfMemoryOrRoomIsSuspect() {
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(
                        244, List.of("[vf#0:0 @ 0x1] [error] Error while filtering: Cannot allocate memory"))))
                .isInstanceOf(Suspect.class);
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(153, List.of()))).isInstanceOf(Suspect.class);
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(
                        229, List.of("[out#0/mp4 @ 0x1] [error] Error writing trailer: File too large"))))
                .isInstanceOf(Suspect.class);
    }

    @Test
    void whatATitleSaysIsNoReason() {
        List<String> lines = List.of("[info]     title           : [error] Cannot allocate memory, File too large");

        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(183, lines))).isEqualTo(new InputAtFault(lines));
    }

    @Test
    void aStallIsSuspect() {
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Stalled(List.of()))).isInstanceOf(Suspect.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[http @ 0x1] [error] Stream ends prematurely at 100, should be 200",
                "[in#0] [error] Error opening input: Server returned 5XX Server Error reply",
                "[tcp @ 0x1] [error] Connection to tcp://127.0.0.1:1 failed: Connection refused",
                "[out#0] [error] Error writing trailer: No space left on device"
            })
    void troubleWithStoreOrDiskIsNotTheInputsFault(String line) {
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(251, List.of(line))))
                .isInstanceOf(NotItsFault.class);
    }

    @Test
    void anFfmpegThatCannotStartIsNotTheInputsFault() {
        assertThat(FfmpegVerdict.of(new FfmpegOutcome.Failed(FfmpegOutcome.Failed.NOT_STARTED, List.of())))
                .isInstanceOf(NotItsFault.class);
    }

    @Test
    void whatIsSuspectIsTriedOnceMore() {
        Deque<FfmpegOutcome> outcomes = new ArrayDeque<>(List.of(
                new FfmpegOutcome.Stalled(List.of()), new FfmpegOutcome.Completed(Duration.ofSeconds(1), List.of())));

        assertThat(FfmpegVerdict.ofTwoTries(outcomes::removeFirst)).isEqualTo(new FfmpegVerdict.Fine());
    }

    @Test
    void aBrokenInputIsNotTriedAgain() {
        Deque<FfmpegOutcome> outcomes = new ArrayDeque<>(List.of(new FfmpegOutcome.Failed(183, List.of())));

        assertThat(FfmpegVerdict.ofTwoTries(outcomes::removeFirst)).isEqualTo(new InputAtFault(List.of()));
    }
}
