package io.anpip.transcode.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedNamesTest {

    @ParameterizedTest
    @CsvSource({
        "sheet-001.jpg, sheet-$Number%03d$.jpg",
        "sheet-001.jpg|sheet-002.jpg, sheet-$Number%03d$.jpg",
        "1.jpg|2.jpg, $Number%01d$.jpg",
        "00001.jpg, $Number%05d$.jpg"
    })
    void namesThatCountThroughHaveATemplate(String names, String template) {
        assertThat(NumberedNames.template(Arrays.asList(names.split("\\|")))).contains(template);
    }

    @Test
    void aTemplateGoesOnWhereTheDigitsDoNotSuffice() {
        List<String> names =
                IntStream.rangeClosed(1, 12).mapToObj(number -> number + ".jpg").toList();

        assertThat(NumberedNames.template(names)).contains("$Number%01d$.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet-002.jpg", "sheet-001.jpg|sheet-003.jpg", "a-1.jpg|b-2.jpg", "sheet.jpg", "$1.jpg"})
    void othersHaveNone(String names) {
        assertThat(NumberedNames.template(Arrays.asList(names.split("\\|")))).isEmpty();
    }
}
