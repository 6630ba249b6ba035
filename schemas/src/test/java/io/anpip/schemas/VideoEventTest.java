package io.anpip.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anpip.schemas.files.Sample;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The id of an event is computed from what it says: equal facts have equal ids, different facts different ones. */
class VideoEventTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void theSameFactHasTheSameIdAfterEveryDelivery(Sample sample) {
        VideoEvent first = sample.event();
        VideoEvent again = EventCodec.decode(sample.type().type(), EventCodec.encode(first))
                .orElseThrow();

        assertThat(again.eventId()).isEqualTo(first.eventId());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void anotherGenerationIsAnotherFact(Sample sample) {
        VideoEvent event = sample.event();

        VideoEvent later = with(sample, "generation", Integer.toString(event.generation() + 1));

        assertThat(later.eventId()).isNotEqualTo(event.eventId());
    }

    @Test
    void noTwoSamplesShareAnId() {
        assertThat(Sample.all()).extracting(sample -> sample.event().eventId()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ChunkStored, chunkNumber, 4",
        "ChunkStored, object.etag, 00000000000000000000000000000000",
        "EncodeChunk, taskId, another",
        "EncodeAudio, taskId, another",
        "EncodeSubtitles, taskId, another",
        "TranscodeProgressed, chunkIndex, 2",
        "TranscodeProgressed, framesDone, 413",
        "ChunkEncoded, taskId, another",
        "AudioEncoded, taskId, another",
        "SubtitlesEncoded, taskId, another",
        "CopyPicture, taskId, another",
        "MakeDownloads, taskId, another",
        "PictureCopied, taskId, another",
        "DownloadsMade, taskId, another",
        "PosterRequested, revision, 3",
        "PosterPublished, revision, 3",
        "PosterFailed, revision, 3",
        "VideoDocument, sequence, 42"
    })
    void whatTellsEventsApartIsInTheId(String event, String field, String value) {
        Sample sample = sampleOf(event);

        VideoEvent other = with(sample, field, value);

        assertThat(other.discriminator()).isNotEqualTo(sample.event().discriminator());
        assertThat(other.eventId()).isNotEqualTo(sample.event().eventId());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "SourceReady, readyAt, 2026-03-14T10:00:00Z",
        "StreamPublished, endedAt, 2026-03-14T10:00:00Z",
        "ThumbnailsFailed, endedAt, 2026-03-14T10:00:00Z"
    })
    void theTimeOfAnEndIsNotInTheId(String event, String field, String value) {
        Sample sample = sampleOf(event);

        assertThat(with(sample, field, value).eventId())
                .isEqualTo(sample.event().eventId());
    }

    private static Sample sampleOf(String event) {
        return Sample.all().stream()
                .filter(sample -> sample.type().event().getSimpleName().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static VideoEvent with(Sample sample, String field, String value) {
        ObjectNode changed = sample.tree().deepCopy();
        int dot = field.indexOf('.');
        ObjectNode holder = dot < 0 ? changed : changed.withObject(field.substring(0, dot));
        holder.put(field.substring(dot + 1), value);
        return EventCodec.decode(sample.type().type(), changed.toString().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
