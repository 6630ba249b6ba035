package io.anpip.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anpip.schemas.files.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the codec passes over, what it fills in and what it refuses. */
class EventCodecTest {

    private static final Sample FINALIZED = Sample.of(UploadFinalized.class);

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void passesOverFieldsOfANewerProducer(Sample sample) {
        ObjectNode newer = sample.tree().deepCopy();
        newer.put("addedLater", "something").putObject("alsoAddedLater").put("deep", 1);

        assertThat(decode(sample, newer)).hasValue(sample.event());
    }

    @Test
    void passesOverUnknownFieldsInNestedRecords() {
        ObjectNode newer = FINALIZED.tree().deepCopy();
        newer.withObject("chunkList").put("versionId", "7");

        assertThat(decode(FINALIZED, newer)).hasValue(FINALIZED.event());
    }

    @Test
    void aMissingOptionalFieldIsEmpty() {
        ObjectNode untitled = FINALIZED.tree().deepCopy();
        untitled.remove("title");

        assertThat(decode(FINALIZED, untitled))
                .hasValueSatisfying(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                UploadFinalized.class,
                                finalized -> assertThat(finalized.title()).isEmpty()));
    }

    @Test
    void anOptionalFieldThatIsNullIsEmpty() {
        ObjectNode untitled = FINALIZED.tree().deepCopy();
        untitled.putNull("title");

        assertThat(decode(FINALIZED, untitled))
                .hasValueSatisfying(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                UploadFinalized.class,
                                finalized -> assertThat(finalized.title()).isEmpty()));
    }

    @Test
    void anEmptyOptionalIsNotWritten() {
        ObjectNode untitled = FINALIZED.tree().deepCopy();
        untitled.remove("title");
        VideoEvent event = decode(FINALIZED, untitled).orElseThrow();

        assertThat(new String(EventCodec.encode(event), StandardCharsets.UTF_8)).doesNotContain("title");
    }

    @Test
    void aMissingNumberMakesTheEventUnreadable() {
        ObjectNode sizeless = FINALIZED.tree().deepCopy();
        sizeless.remove("sizeBytes");

        assertThat(decode(FINALIZED, sizeless)).isEmpty();
    }

    @Test
    void aNumberThatIsNullMakesTheEventUnreadable() {
        ObjectNode sizeless = FINALIZED.tree().deepCopy();
        sizeless.putNull("sizeBytes");

        assertThat(decode(FINALIZED, sizeless)).isEmpty();
    }

    @Test
    void aMissingListMakesTheEventUnreadable() {
        Sample published = Sample.of(StreamPublished.class);
        ObjectNode without = published.tree().deepCopy();
        without.remove("renditions");

        assertThat(decode(published, without)).isEmpty();
    }

    @Test
    void aForeignIdMakesTheEventUnreadable() {
        ObjectNode foreign = FINALIZED.tree().<ObjectNode>deepCopy().put("videoId", "../etc/passwd");

        assertThat(decode(FINALIZED, foreign)).isEmpty();
    }

    @Test
    void aTimeThatIsNoneMakesTheEventUnreadable() {
        ObjectNode timeless = FINALIZED.tree().<ObjectNode>deepCopy().put("finalizedAt", "yesterday");

        assertThat(decode(FINALIZED, timeless)).isEmpty();
    }

    @Test
    void anUnknownFailureKindMakesTheEventUnreadable() {
        Sample rejected = Sample.of(SourceRejected.class);
        ObjectNode unknown = rejected.tree().deepCopy();
        unknown.withObject("failure").put("kind", "STRANGE");

        assertThat(decode(rejected, unknown)).isEmpty();
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " ", "null", "42", "[]", "\"text\"", "{", "{\"videoId\":", "\u0000\u0001", "<event/>"})
    void garbageIsNoEvent(String garbage) {
        assertThat(EventCodec.decode(FINALIZED.type().type(), garbage.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aTypeThatIsNotOursIsNoEvent() {
        assertThat(EventCodec.decode("com.example.video.v1", FINALIZED.text().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(EventCodec.decode("", FINALIZED.text().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void changesOfTheHandedOutMapperDoNotComeBack() {
        EventCodec.mapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);

        passesOverUnknownFieldsInNestedRecords();
    }

    private static Optional<VideoEvent> decode(Sample sample, ObjectNode payload) {
        return EventCodec.decode(sample.type().type(), payload.toString().getBytes(StandardCharsets.UTF_8));
    }
}
