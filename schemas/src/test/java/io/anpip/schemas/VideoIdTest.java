package io.anpip.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the canonical text of a UUID is an id: what users send ends up in keys of objects. */
class VideoIdTest {

    private static final String CANONICAL = "019cebab-8995-7d6e-8079-e36703ebd37c";

    @Test
    void readsTheCanonicalText() {
        assertThat(VideoId.parse(CANONICAL)).hasValue(VideoId.of(CANONICAL));
        assertThat(VideoId.of(CANONICAL)).hasToString(CANONICAL);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "",
                " ",
                "42",
                "019CEBAB-8995-7D6E-8079-E36703EBD37C",
                "019cebab89957d6e8079e36703ebd37c",
                "{019cebab-8995-7d6e-8079-e36703ebd37c}",
                "urn:uuid:019cebab-8995-7d6e-8079-e36703ebd37c",
                " 019cebab-8995-7d6e-8079-e36703ebd37c",
                "019cebab-8995-7d6e-8079-e36703ebd37c\n",
                "019cebab-8995-7d6e-8079-e36703ebd37c/../x",
                "19cebab-8995-7d6e-8079-e36703ebd37c",
                "1-1-1-1-1",
                "019cebab-8995-7d6e-8079-e36703ebd37g",
                "../../../etc/passwd"
            })
    void refusesEveryOtherText(String text) {
        assertThat(VideoId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> VideoId.of(text));
    }
}
