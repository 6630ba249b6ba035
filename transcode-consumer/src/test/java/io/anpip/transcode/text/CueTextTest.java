package io.anpip.transcode.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "<i>one</i> <B>two</B> <u>three</u>|<i>one</i> <b>two</b> <u>three</u>",
                "<i>open|<i>open</i>",
                "<b><i>crossed</b></i>|<b><i>crossed</i></b>",
                "closed</i> only|closed only",
                "<i><i>twice</i></i>|<i>twice</i>",
                "<font color=\"#00ff00\">green</font>|green",
                "<script>alert(1)</script>|alert(1)",
                "<v Bob>Hi <c.yellow>you</c>|Hi you",
                "{\\an8}on top|on top",
                "{laughs}|{laughs}",
                "1 < 2 & 3 > 2|1 &lt; 2 &amp; 3 &gt; 2",
                "00:01 --> 00:02|00:01 --&gt; 00:02",
                "<i></i>|''",
                "<b> </b>|''",
            })
    void isSafeInsideACue(String raw, String safe) {
        assertThat(CueText.of(raw)).isEqualTo(safe);
    }

    @Test
    void anEmptyLineCannotEndTheCue() {
        assertThat(CueText.of("one\n\n \n00:00:01.000 --> 00:00:02.000\r\ntwo"))
                .isEqualTo("one\n00:00:01.000 --&gt; 00:00:02.000\ntwo");
    }
}
