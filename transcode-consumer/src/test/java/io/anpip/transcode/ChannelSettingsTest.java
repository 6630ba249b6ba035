package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.TopicConsumer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The channels of this service are those the topic catalogue gives it. */
class ChannelSettingsTest {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final Properties SETTINGS = settings();

    static Stream<String> channels() {
        return SETTINGS.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING) && name.endsWith(".topic") && !name.contains("dead-letter"))
                .map(name -> name.substring(0, name.length() - "topic".length()));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void aChannelReadsItsTopicAsAGroupOfTheCatalogue(String channel) {
        Topic topic = TopicCatalogue.load()
                .topic(SETTINGS.getProperty(channel + "topic"))
                .orElseThrow();
        TopicConsumer consumer = topic.consumers().stream()
                .filter(reader -> reader.group().equals(SETTINGS.getProperty(channel + "group.id")))
                .findFirst()
                .orElseThrow();

        assertThat(consumer.module()).isEqualTo("transcode-consumer");
        assertThat(SETTINGS.getProperty(channel + "dead-letter-queue.topic"))
                .isEqualTo(topic.deadLetterTopic(consumer));
    }

    @Test
    void everyGroupOfTheCatalogueHasAChannel() {
        List<String> wanted = TopicCatalogue.load().topics().stream()
                .flatMap(topic -> topic.consumers().stream()
                        .filter(consumer -> consumer.module().equals("transcode-consumer"))
                        .map(consumer -> topic.name() + ' ' + consumer.group()))
                .toList();

        assertThat(channels()
                        .map(channel -> SETTINGS.getProperty(channel + "topic")
                                + ' '
                                + SETTINGS.getProperty(channel + "group.id")))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        try (InputStream file = Objects.requireNonNull(
                ChannelSettingsTest.class.getResourceAsStream("/application.properties"), "part of this module")) {
            settings.load(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return settings;
    }
}
