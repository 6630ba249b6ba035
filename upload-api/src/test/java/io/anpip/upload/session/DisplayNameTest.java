package io.anpip.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

    @ParameterizedTest(name = "''{0}'' becomes ''{1}''")
    @CsvSource({
        "holiday.mp4, holiday.mp4",
        "../../etc/passwd, passwd",
        "'C:\\Users\\me\\film.mov', film.mov",
        "'  two   spaces.mp4 ', two spaces.mp4",
        "'/', video",
        "'...', ...",
    })
    void keepsTheNameAndDropsTheFolders(String sent, String shown) {
        assertThat(DisplayName.ofFile(sent)).isEqualTo(shown);
    }

    @Test
    void dropsWhatPeopleDoNotSee() {
        String rightToLeftOverride = "\u202e";
        assertThat(DisplayName.ofFile("a" + rightToLeftOverride + "4pm.exe\u0000\u200b"))
                .isEqualTo("a4pm.exe");
        assertThat(DisplayName.ofTitle("line\r\nbreak\tand\u2028more")).isEqualTo("line break andmore");
    }

    @Test
    void composesLettersAndTheirMarks() {
        assertThat(DisplayName.ofTitle("Cafe\u0301")).isEqualTo("Caf\u00e9");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(DisplayName.ofTitle("x".repeat(400))).hasSize(DisplayName.MAX_LENGTH);
    }
}
