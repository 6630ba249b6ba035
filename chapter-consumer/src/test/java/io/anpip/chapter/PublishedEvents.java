package io.anpip.chapter;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What stands on a topic, as any other service would read it. */
final class PublishedEvents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    PublishedEvents(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** Waits until a video has so many events. */
    List<VideoEvent> of(VideoId video, int count) {
        Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            return seen(video).size() >= count;
        });
        return seen(video);
    }

    private List<VideoEvent> seen(VideoId video) {
        return records.stream()
                .filter(record -> record.key().equals(video.toString()))
                .map(record -> EventCodec.decode(
                                new String(
                                        record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8),
                                record.value())
                        .orElseThrow())
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
