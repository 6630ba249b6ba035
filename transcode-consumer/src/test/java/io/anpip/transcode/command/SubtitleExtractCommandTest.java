package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.plan.TextRendition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubtitleExtractCommandTest {

    @ParameterizedTest
    @CsvSource({
        "ass, copy, ass",
        "ssa, copy, ass",
        "subrip, subrip, srt",
        "mov_text, subrip, srt",
        "webvtt, subrip, srt"
    })
    void oneTrackIsTakenOutOnTheClockOfTheSource(String codec, String encoder, String format) {
        TextRendition rendition =
                new TextRendition("text-1", 1, 4, codec, Optional.of("en"), "English", true, false, false);

        assertThat(String.join(
                        " ",
                        SubtitleExtractCommand.of(
                                rendition, List.of("-f", "mov", "-i", "http://127.0.0.1:1/source"), Path.of("text"))))
                .isEqualTo("-copyts -f mov -i http://127.0.0.1:1/source -map 0:4 -c:s " + encoder
                        + " -map_metadata -1 -map_chapters -1 -fs 16777216 -f " + format + " text");
    }
}
