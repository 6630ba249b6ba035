package io.anpip.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.anpip.media.FfmpegInstallation;
import io.anpip.messaging.EventPublisher;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersFailed;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on real Kafka, a real S3 server and real FFmpeg. */
@QuarkusTest
@QuarkusTestResource(LocalServers.class)
class ChapterConsumerIT {

    @Inject
    EventPublisher publisher;

    @Inject
    ChapterHandler handler;

    @Inject
    ObjectStore store;

    @Inject
    Buckets buckets;

    @Inject
    FfmpegInstallation installation;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private SampleMedia media;
    private PublishedEvents published;
    private VideoId video;

    @BeforeEach
    void aNewVideo() {
        media = new SampleMedia(installation);
        published = new PublishedEvents(bootstrapServers, TopicCatalogue.CHAPTERS);
        video = VideoId.of(UuidCreator.getTimeOrderedEpoch().toString());
    }

    @AfterEach
    void stopReading() {
        published.close();
    }

    @Test
    void hardCutsBecomeChapters() {
        publish(source(media.fourScenes(), SampleMedia.probe(24)));

        ChaptersPublished chapters = publishedChapters();
        assertThat(chapters.origin()).isEqualTo("AUTOMATIC");
        assertThat(chapters.items())
                .extracting(Chapter::title)
                .containsExactly("Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4");
        assertStarts(chapters, 0, 6, 11, 18);
        assertThat(chapters.items().getLast().endSeconds()).isEqualTo(24);
    }

    @Test
    void theFilesSayWhatTheEventSays() {
        publish(source(media.fourScenes(), SampleMedia.probe(24)));

        ChaptersPublished chapters = publishedChapters();
        assertThat(text(chapters.vtt()))
                .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:0")
                .contains("Chapter 4\n");
        JsonNode json = EventCodec.decodeDocument(
                        JsonNode.class, text(chapters.json()).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(json.path("chapters")).hasSize(4);
        JsonNode second = json.path("chapters").path(1);
        assertThat(second.path("startSeconds").asDouble())
                .isEqualTo(chapters.items().get(1).startSeconds());
        assertThat(second.path("score").asDouble()).isBetween(0.2, 1.0);
        assertThat(second.path("signals").path(0).path("kind").asText()).isEqualTo("CUT");
    }

    @Test
    void anUncutTakeHasNoChaptersThoughItsSoundPauses() {
        publish(source(media.oneTake(), SampleMedia.probe(20)));

        ChaptersPublished chapters = publishedChapters();
        assertThat(chapters.items()).isEmpty();
        assertThat(text(chapters.vtt())).isEqualTo("WEBVTT\n\n");
    }

    @Test
    void blackAndSilenceAtACutAreOneBoundaryWithAllTheirEvidence() {
        publish(source(media.scenesApart(), SampleMedia.probe(17)));

        ChaptersPublished chapters = publishedChapters();
        assertStarts(chapters, 0, 9);
        JsonNode json = EventCodec.decodeDocument(
                        JsonNode.class, text(chapters.json()).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(json.path("chapters").path(1).path("signals"))
                .extracting(signal -> signal.path("kind").asText())
                .containsExactly("BLACK", "CUT", "SILENCE");
    }

    @Test
    void soundWithoutPictureIsDividedAtItsPauses() {
        publish(source(media.twoPieces(), SampleMedia.soundProbe(20)));

        assertStarts(publishedChapters(), 0, 10);
    }

    @Test
    void chaptersOfTheFileComeFirst() {
        SourceProbe probe =
                SampleMedia.probe(24, new Chapter(0, 10, "  The\u0007 start --> "), new Chapter(10, 24, ""));
        publish(source(media.fourScenes(), probe));

        ChaptersPublished chapters = publishedChapters();
        assertThat(chapters.origin()).isEqualTo("CONTAINER");
        assertThat(chapters.items())
                .containsExactly(new Chapter(0, 10, "The start -->"), new Chapter(10, 24, "Chapter 2"));
        assertThat(text(chapters.vtt())).contains("The start --&gt;\n");
    }

    @Test
    void aFileThatCannotBeDecodedFailsWithASentence() {
        publish(source(new byte[50_000], SampleMedia.probe(24)));

        assertThat(published.of(video, 1).getFirst())
                .isInstanceOfSatisfying(
                        ChaptersFailed.class,
                        failed -> assertThat(failed.failure())
                                .isEqualTo(new Failure(
                                        FailureKind.PERMANENT,
                                        "No chapters could be made: the file's data cannot be decoded.")));
    }

    @Test
    void aSecondDeliveryRepeatsTheEventAndWritesNothing() {
        SourceReady source = source(media.twoPieces(), SampleMedia.soundProbe(20));
        publish(source);
        VideoEvent first = published.of(video, 1).getFirst();
        List<ObjectRef> objects = objects();

        publish(source);

        assertThat(published.of(video, 2)).containsOnly(first);
        assertThat(objects()).isEqualTo(objects).hasSize(2);
    }

    @Test
    void nothingIsDoneForAVideoThatWasDeleted() {
        SourceReady source = source(new byte[1], SampleMedia.soundProbe(20));
        store.put(buckets.work(), EndMarkers.tombstoneKey(video), "application/json", new byte[] {'{', '}'})
                .join();

        assertThat(handler.handle(source)).isEqualTo(HandlingOutcome.nothing());
        assertThat(objects()).isEmpty();
    }

    private SourceReady source(byte[] file, SourceProbe probe) {
        String key = "videos/" + video + "/source/test/original";
        ObjectRef object =
                store.put(buckets.work(), key, "application/octet-stream", file).join();
        return new SourceReady(video, 1, object, probe, Instant.parse("2026-11-01T10:00:00Z"));
    }

    private void publish(SourceReady source) {
        publisher.publishAll(List.of(source)).await().indefinitely();
    }

    private ChaptersPublished publishedChapters() {
        return (ChaptersPublished) published.of(video, 1).getFirst();
    }

    private List<ObjectRef> objects() {
        return store.list(buckets.media(), "videos/" + video + "/").join();
    }

    private String text(ObjectRef object) {
        return new String(store.get(object.bucket(), object.key()).join().orElseThrow(), StandardCharsets.UTF_8);
    }

    private static void assertStarts(ChaptersPublished chapters, double... starts) {
        assertThat(chapters.items()).hasSize(starts.length);
        for (int index = 0; index < starts.length; index++) {
            // Decoding skips frames that no other refers to: a cut may be seen a few frames late.
            assertThat(chapters.items().get(index).startSeconds()).isCloseTo(starts[index], within(0.15));
        }
    }
}
