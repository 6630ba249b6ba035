package io.anpip.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.files.Sample;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue and the code name the same topics, events and groups. */
class TopicCatalogueTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();
    private static final Set<String> SERVICES =
            Set.of("upload-api", "transcode-consumer", "thumbnail-consumer", "chapter-consumer", "status-projector");

    @Test
    void everyEventIsOnExactlyOneTopicButChunksThatHaveTwoLanes() {
        List<String> expected = new ArrayList<>(EventType.all().stream()
                .map(type -> type.event().getSimpleName())
                .toList());
        expected.add(EncodeChunk.class.getSimpleName());

        assertThat(CATALOGUE.topics().stream().flatMap(topic -> topic.events().stream()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theFirstChunkAndShortVideosAreInTheFastLane() {
        assertThat(chunk(0, 200).lane()).isEqualTo(Lane.FAST);
        assertThat(chunk(1, 200).lane()).isEqualTo(Lane.BULK);
        assertThat(chunk(2, 3).lane()).isEqualTo(Lane.FAST);
        assertThat(chunk(3, 4).lane()).isEqualTo(Lane.BULK);
        assertThat(TopicCatalogue.topicOf(chunk(0, 200))).isEqualTo(TopicCatalogue.FAST_ENCODE_TASKS);
        assertThat(TopicCatalogue.topicOf(chunk(1, 200))).isEqualTo(TopicCatalogue.ENCODE_TASKS);
    }

    private static EncodeChunk chunk(int index, int count) {
        EncodeChunk sample = (EncodeChunk) Sample.of(EncodeChunk.class).event();
        return new EncodeChunk(
                sample.videoId(), sample.generation(), sample.taskId(), sample.plan(), index, count, 0, 720);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void theCodePublishesAnEventWhereTheCatalogueHasIt(Sample sample) {
        String topic = TopicCatalogue.topicOf(sample.event());

        assertThat(CATALOGUE.topic(topic))
                .hasValueSatisfying(known -> assertThat(known.events())
                        .contains(sample.type().event().getSimpleName()));
    }

    @Test
    void theConstantsAreTheNamesOfTheCatalogue() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : TopicCatalogue.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }

        assertThat(CATALOGUE.topics()).extracting(Topic::name).containsExactlyElementsOf(constants);
    }

    @Test
    void aTopicIsNamedByDomainStreamAndMajorVersion() {
        assertThat(CATALOGUE.topics()).extracting(Topic::name).allMatch(name -> name.matches("video\\.[a-z-]+\\.v1"));
    }

    @Test
    void recordsAreKeyedByVideoAndWorkByItsPartToo() {
        assertThat(CATALOGUE.topics())
                .allSatisfy(topic -> assertThat(topic.key())
                        .as(topic.name())
                        .isEqualTo(carriesWork(topic) ? "videoId/part" : "videoId"));
        assertThat(CATALOGUE.topics())
                .filteredOn(TopicCatalogueTest::carriesWork)
                .extracting(Topic::name)
                .containsExactly(TopicCatalogue.ENCODE_TASKS, TopicCatalogue.FAST_ENCODE_TASKS);
    }

    @Test
    void aTopicOfWorkCarriesNothingButWork() {
        assertThat(CATALOGUE.topics())
                .filteredOn(TopicCatalogueTest::carriesWork)
                .allSatisfy(
                        work -> assertThat(recordsOf(work)).isNotEmpty().allMatch(EncodeTask.class::isAssignableFrom));
    }

    @Test
    void consecutivePartsOfTheWorkOnAVideoHaveConsecutiveNumbers() {
        assertThat(Sample.of(EncodeChunk.class).event())
                .isInstanceOfSatisfying(
                        EncodeChunk.class, task -> assertThat(task.part()).isEqualTo(task.chunkIndex()));
        assertThat(Sample.of(EncodeAudio.class).event())
                .isInstanceOfSatisfying(
                        EncodeAudio.class, task -> assertThat(task.part()).isEqualTo(task.trackIndex()));
        assertThat(Sample.of(EncodeSubtitles.class).event())
                .isInstanceOfSatisfying(
                        EncodeSubtitles.class, task -> assertThat(task.part()).isEqualTo(task.trackIndex()));
    }

    @Test
    void theCopyOfThePictureIsNotOnTheFirstChunksPartition() {
        assertThat(Sample.of(CopyPicture.class).event())
                .isInstanceOfSatisfying(
                        CopyPicture.class, task -> assertThat(task.part()).isNotZero());
    }

    @Test
    void theTopicOfTheCurrentStatusIsCompactedAndNoOther() {
        assertThat(CATALOGUE.topics())
                .filteredOn(topic -> topic.cleanupPolicy().equals("compact"))
                .extracting(Topic::name)
                .containsExactly(TopicCatalogue.STATUS);
        assertThat(CATALOGUE.topics()).extracting(Topic::cleanupPolicy).containsOnly("compact", "delete");
    }

    @Test
    void aGroupsDeadLettersAreNamedByTopicAndGroup() {
        Topic uploads = CATALOGUE.topic(TopicCatalogue.UPLOADS).orElseThrow();

        assertThat(uploads.consumers())
                .extracting(uploads::deadLetterTopic)
                .containsExactly(
                        "video.uploads.v1.transcode-assembler.dlq",
                        "video.uploads.v1.thumbnail-consumer.dlq",
                        "video.uploads.v1.status-projector.dlq");
    }

    @Test
    void noTwoGroupsShareTheirDeadLetters() {
        assertThat(CATALOGUE.topics().stream()
                        .flatMap(topic -> topic.consumers().stream().map(topic::deadLetterTopic)))
                .doesNotHaveDuplicates();
    }

    @Test
    void producersAndConsumersAreOurServices() {
        assertThat(CATALOGUE.topics()).extracting(Topic::producer).isSubsetOf(SERVICES);
        assertThat(CATALOGUE.topics().stream().flatMap(topic -> topic.consumers().stream()))
                .extracting(TopicConsumer::module)
                .isSubsetOf(SERVICES);
    }

    @Test
    void everyTopicHasPartitionsAndASentence() {
        assertThat(CATALOGUE.topics()).allSatisfy(topic -> {
            assertThat(topic.partitions()).isPositive();
            assertThat(topic.about()).endsWith(".");
        });
    }

    private static boolean carriesWork(Topic topic) {
        return recordsOf(topic).stream().anyMatch(EncodeTask.class::isAssignableFrom);
    }

    private static Set<Class<?>> recordsOf(Topic topic) {
        return EventType.all().stream()
                .<Class<?>>map(EventType::event)
                .filter(event -> topic.events().contains(event.getSimpleName()))
                .collect(Collectors.toSet());
    }
}
