package io.anpip.upload.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {

    @Test
    void rangesAndProbesAreRead() {
        assertThat(ContentRange.parse("bytes 0-99/200")).hasValue(new ContentRange.Bytes(0, 99, 200));
        assertThat(ContentRange.parse("bytes */200")).hasValue(new ContentRange.Probe(200));
        assertThat(ContentRange.parse("bytes */0")).hasValue(new ContentRange.Probe(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes 5-4/10",
                "bytes 0-10/10",
                "bytes 0-9/*",
                "bytes -5/10",
                "bytes 0-9999999999999999999/99999999999999999999",
                "items 0-1/2",
                "bytes 0-1/2, 3-4/5"
            })
    void everythingElseIsNoRange(String header) {
        assertThat(ContentRange.parse(header)).isEmpty();
    }
}
