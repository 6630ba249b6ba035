package io.anpip.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest(name = "{0} of 100 bytes is {1} to {2}")
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-, 90, 99",
        "bytes=90-200, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=-200, 0, 99",
    })
    void aSingleRangeIsCutToTheObject(String header, long first, long last) {
        assertThat(ByteRange.parse(Optional.of(header), 100)).isEqualTo(new ByteRange.Slice(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void aRangeBeyondTheObjectIsUnsatisfiable(String header) {
        assertThat(ByteRange.parse(Optional.of(header), 100)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=a-b", "bytes=20-10", "bytes=0-1,5-6", "pages=1-2", "0-1"})
    void whatIsMalformedOrManifoldIsPassedOver(String header) {
        assertThat(ByteRange.parse(Optional.of(header), 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void withoutHeaderEverythingIsWanted() {
        assertThat(ByteRange.parse(Optional.empty(), 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void anEmptyObjectHasNoRange() {
        assertThat(ByteRange.parse(Optional.of("bytes=0-"), 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void tagsAreComparedWeaklyForFreshnessAndStronglyForRanges() {
        assertThat(EntityTags.matches(Optional.of("\"b\", W/\"a\""), "\"a\"")).isTrue();
        assertThat(EntityTags.matches(Optional.of("*"), "\"a\"")).isTrue();
        assertThat(EntityTags.matches(Optional.of("\"b\""), "\"a\"")).isFalse();
        assertThat(EntityTags.matches(Optional.empty(), "\"a\"")).isFalse();
        assertThat(EntityTags.allowsRange(Optional.of("\"a\""), "\"a\"")).isTrue();
        assertThat(EntityTags.allowsRange(Optional.of("W/\"a\""), "\"a\"")).isFalse();
        assertThat(EntityTags.allowsRange(Optional.empty(), "\"a\"")).isTrue();
    }
}
