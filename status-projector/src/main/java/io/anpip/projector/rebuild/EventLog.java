package io.anpip.projector.rebuild;

import io.anpip.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topics the projection is made from, read from their beginning, and the status topic for what clients have seen.
 *
 * <p>Ordering: that of each partition; partitions are mixed. It belongs to no consumer group, so no offset of the live projector moves.
 * Threading: one thread.
 */
final class EventLog implements AutoCloseable {

    private static final List<String> TOPICS = List.of(
            TopicCatalogue.STATUS,
            TopicCatalogue.UPLOADS,
            TopicCatalogue.SOURCES,
            TopicCatalogue.RENDITIONS,
            TopicCatalogue.THUMBNAILS,
            TopicCatalogue.CHAPTERS);
    private static final Duration POLL = Duration.ofMillis(500);
    // The projector's heap is small, and a status document is some kilobytes.
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final int batch;

    EventLog(Map<String, Object> broker, int batch) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", batch);
        settings.put("fetch.max.bytes", FETCH_BYTES);
        settings.put("isolation.level", "read_uncommitted");
        settings.remove("group.id");
        this.batch = batch;
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many records there are from where it stands to the present end. */
    long waiting() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    /** Reads on to what is the end now, and hands the records over in batches. */
    void readToEnd(BatchReader reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> collected = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(collected::add);
            if (collected.size() >= batch) {
                reader.read(collected);
                collected = new ArrayList<>();
            }
        }
        if (!collected.isEmpty()) {
            reader.read(collected);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Takes some records. */
    @FunctionalInterface
    interface BatchReader {
        void read(List<ConsumerRecord<String, byte[]>> records);
    }
}
