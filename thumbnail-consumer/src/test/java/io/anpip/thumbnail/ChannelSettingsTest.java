package io.anpip.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.TopicConsumer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channels of this service are those the topic catalogue gives it. */
class ChannelSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"sources-in", "uploads-in"})
    void readsTheTopicAsTheGroupOfTheCatalogue(String channel) throws IOException {
        String incoming = "mp.messaging.incoming." + channel + '.';
        Properties settings = settings();
        Topic topic = TopicCatalogue.load()
                .topic(settings.getProperty(incoming + "topic"))
                .orElseThrow();
        TopicConsumer consumer = topic.consumers().stream()
                .filter(reader -> reader.module().equals(settings.getProperty("quarkus.application.name")))
                .findFirst()
                .orElseThrow();

        assertThat(settings.getProperty(incoming + "group.id")).isEqualTo(consumer.group());
        assertThat(settings.getProperty(incoming + "dead-letter-queue.topic"))
                .isEqualTo(topic.deadLetterTopic(consumer));
    }

    @Test
    void writesTheTopicThatTheCatalogueSaysIsItsOwn() throws IOException {
        Properties settings = settings();
        Topic topic = TopicCatalogue.load()
                .topic(settings.getProperty("mp.messaging.outgoing.events-out.topic"))
                .orElseThrow();

        assertThat(topic.producer()).isEqualTo(settings.getProperty("quarkus.application.name"));
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Objects.requireNonNull(
                ChannelSettingsTest.class.getResourceAsStream("/application.properties"), "part of this module")) {
            settings.load(file);
        }
        return settings;
    }
}
