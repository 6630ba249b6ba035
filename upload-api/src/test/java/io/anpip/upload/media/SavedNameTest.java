package io.anpip.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedNameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "My holiday | My holiday.mp4 | My%20holiday.mp4",
                "holiday.MOV | holiday.mp4 | holiday.mp4",
                "version 1.5 | version 1.5.mp4 | version%201.5.mp4",
                "Caf\u00e9 & Co | Caf_ Co.mp4 | Caf%C3%A9%20Co.mp4",
                "\u65e5\u672c | video.mp4 | %E6%97%A5%E6%9C%AC.mp4",
                "../../etc/passwd | etc passwd.mp4 | etc%20passwd.mp4",
                "a\"; filename=b.exe | a filename b.exe.mp4 | a%20filename%20b.exe.mp4",
                "C:\\con.bat | C con.bat.mp4 | C%20con.bat.mp4",
                "<script>%0d%0a | script 0d 0a.mp4 | script%200d%200a.mp4",
            })
    void whatIsHarmlessOfTheWishStays(String wanted, String ascii, String encoded) {
        assertThat(SavedName.disposition(Optional.of(wanted), MediaType.MP4))
                .isEqualTo("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
    }

    @Test
    void linesCannotBeBroken() {
        assertThat(SavedName.disposition(Optional.of("a\r\nSet-Cookie: b\u0000"), MediaType.MP4))
                .isEqualTo("attachment; filename=\"a Set-Cookie b.mp4\"; filename*=UTF-8''a%20Set-Cookie%20b.mp4");
    }

    @Test
    void withoutAUsableWishItIsAVideo() {
        String unnamed = "attachment; filename=\"video.m4a\"; filename*=UTF-8''video.m4a";

        assertThat(SavedName.disposition(Optional.empty(), MediaType.AUDIO_MP4)).isEqualTo(unnamed);
        assertThat(SavedName.disposition(Optional.of(" ./\\ "), MediaType.AUDIO_MP4))
                .isEqualTo(unnamed);
    }

    @Test
    void aLongWishIsCutBetweenSigns() {
        String name = SavedName.disposition(Optional.of("\uD83C\uDFB1 " + "x".repeat(300)), MediaType.MP4);

        assertThat(name).contains("filename=\"" + "x".repeat(100) + ".mp4\"");
    }
}
