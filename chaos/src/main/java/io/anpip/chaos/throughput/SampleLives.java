package io.anpip.chaos.throughput;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anpip.messaging.VideoPartitioner;
import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.StreamPlayable;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.TranscodeProgressed;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Lives of videos made of the samples of the event contract, twenty events each: from the announcement to all but the last event, so that
 * no end has to be settled in the store.
 */
final class SampleLives {

    static final int EVENTS_OF_A_LIFE = 20;

    private static final List<Class<? extends VideoEvent>> LIFE = List.of(
            UploadInitialized.class,
            ChunkStored.class,
            ChunkStored.class,
            UploadFinalized.class,
            SourceReady.class,
            TranscodePlanned.class,
            AudioEncoded.class,
            TranscodeProgressed.class,
            TranscodeProgressed.class,
            TranscodeProgressed.class,
            TranscodeProgressed.class,
            TranscodeProgressed.class,
            ChunkEncoded.class,
            StreamPlayable.class,
            TranscodeProgressed.class,
            TranscodeProgressed.class,
            TranscodeProgressed.class,
            ChunkEncoded.class,
            ThumbnailsPublished.class,
            ChaptersPublished.class);

    private SampleLives() {}

    /** Writes this many events onto their topics, whole lives one after the other. */
    static void write(String bootstrapServers, int events) throws IOException {
        List<Sample> samples = LIFE.stream().map(SampleLives::sample).toList();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1 << 18,
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        VideoPartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int life = 0; life < events / EVENTS_OF_A_LIFE; life++) {
                String id = new UUID(0x019c_e617_0000_7000L + life, 0x8000_0000_0000_0000L | life).toString();
                int step = 0;
                for (Sample sample : samples) {
                    producer.send(sample.record(id, step++));
                }
            }
            producer.flush();
        }
    }

    private record Sample(String topic, String type, ObjectNode tree) {

        ProducerRecord<String, byte[]> record(String id, int step) {
            ObjectNode event = tree.deepCopy().put("videoId", id);
            if (event.has("framesDone")) {
                event.put("framesDone", step * 10);
            }
            var record = new ProducerRecord<>(topic, id, EventCodec.encodeDocument(event));
            record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_id", (id + step).getBytes(StandardCharsets.UTF_8));
            return record;
        }
    }

    private static Sample sample(Class<? extends VideoEvent> event) {
        EventType type = EventType.all().stream()
                .filter(known -> known.event() == event)
                .findFirst()
                .orElseThrow();
        String name = "samples/v1/" + event.getSimpleName() + ".json";
        try (InputStream in = Objects.requireNonNull(EventType.class.getResourceAsStream(name), name)) {
            byte[] json = in.readAllBytes();
            VideoEvent decoded = EventCodec.decode(type.type(), json).orElseThrow();
            return new Sample(TopicCatalogue.topicOf(decoded), type.type(), (ObjectNode)
                    EventCodec.mapper().readTree(json));
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " is part of the contract", unreadable);
        }
    }
}
