package io.anpip.upload.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoCursorTest {

    @Test
    void comesBackAsItWentOut() {
        VideoCursor cursor = new VideoCursor(Documents.ID);
        assertThat(VideoCursor.decode(cursor.encoded())).isEqualTo(cursor);
    }

    @Test
    void canStandInAnAddressAsItIs() {
        assertThat(new VideoCursor(Documents.ID).encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAA", "AgGSAAAAAHAAgAAAAAAAAAE", "AQGSAAAAAHAAgAAAAAAAAAEA"})
    void anotherTextIsRefused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> VideoCursor.decode(text))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.MalformedCursor());
    }
}
