package io.anpip.projector;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events as the other services do, and reads what came of them, with plain Kafka clients. */
final class KafkaProbe implements AutoCloseable {

    private static final Set<String> GROUP_TOPICS = Set.of(
            TopicCatalogue.UPLOADS,
            TopicCatalogue.SOURCES,
            TopicCatalogue.RENDITIONS,
            TopicCatalogue.THUMBNAILS,
            TopicCatalogue.CHAPTERS);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    KafkaProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = TopicCatalogue.load().topics().stream()
                .flatMap(topic -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(topic.name()),
                        topic.consumers().stream().map(topic::deadLetterTopic)))
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    void send(VideoEvent event, String traceparent) {
        send(TopicCatalogue.topicOf(event), event, EventCodec.encode(event), traceparent);
    }

    void send(String topic, VideoEvent event, byte[] payload, String traceparent) {
        var record = new ProducerRecord<>(topic, event.videoId().toString(), payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.eventId().toString(),
                        "ce_type",
                        EventType.of(event).type(),
                        "ce_source",
                        "/anpip/test",
                        "content-type",
                        "application/json",
                        "traceparent",
                        traceparent)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** Every record of a topic about a video so far, in order. */
    List<ConsumerRecord<String, byte[]>> records(String topic, String videoId) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream()
                .filter(record -> record.topic().equals(topic) && videoId.equals(record.key()))
                .toList();
    }

    /** How many records a group has not acknowledged yet. */
    long lag(String group) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<TopicPartition> read = consumer.assignment().stream()
                    .filter(partition -> GROUP_TOPICS.contains(partition.topic()))
                    .toList();
            return consumer.endOffsets(read).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - Optional.ofNullable(committed.get(end.getKey()))
                                    .map(OffsetAndMetadata::offset)
                                    .orElse(0L))
                    .sum();
        }
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
