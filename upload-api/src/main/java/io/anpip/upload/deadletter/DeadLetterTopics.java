package io.anpip.upload.deadletter;

import io.anpip.messaging.DeadLetterHeaders;
import io.anpip.messaging.VideoPartitioner;
import io.anpip.schemas.TopicCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The dead-letter topics of the catalogue.
 *
 * <p>Threading: blocks, for a worker thread; a call has consumers of its own, and ends within {@link #PATIENCE}. Failure: Kafka's exceptions.
 */
@ApplicationScoped
public class DeadLetterTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** As many are looked at in one call, the latest of each topic. */
    private static final int MOST_OF_A_TOPIC = 2000;

    private final String bootstrapServers;
    private final Set<String> names = TopicCatalogue.load().topics().stream()
            .flatMap(topic -> topic.consumers().stream().map(topic::deadLetterTopic))
            .collect(Collectors.toUnmodifiableSet());

    DeadLetterTopics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The dead letters there are, of each topic the latest. */
    public List<DeadLetter> all() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = names.stream()
                    .flatMap(name -> consumer.partitionsFor(name, PATIENCE).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - MOST_OF_A_TOPIC)));
            List<DeadLetter> found = new ArrayList<>();
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(DeadLetter.of(record)));
            }
            return List.copyOf(found);
        }
    }

    /** The dead letter at a place; empty when there is none, or when it is no dead-letter topic of ours. */
    public Optional<DeadLetter> at(DeadLetterPlace place) {
        if (!names.contains(place.topic())) {
            return Optional.empty();
        }
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (place.offset() < 0 || place.offset() >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, place.offset());
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    return record.offset() == place.offset() ? Optional.of(DeadLetter.of(record)) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /** Puts the record back on its topic, as it was, and returns when the broker has it. */
    public void publishAgain(DeadLetter letter) {
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        VideoPartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    letter.origin(), letter.key(), letter.payload().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            letter.headers().forEach((name, value) -> {
                if (!name.startsWith(DeadLetterHeaders.PREFIX)) {
                    record.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            });
            producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notTaken) {
            throw new IllegalStateException("Kafka did not take the record", notTaken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while publishing a record again", stopping);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        1 << 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
