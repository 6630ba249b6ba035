package io.anpip.upload.deadletter;

import io.anpip.messaging.DeadLetterHeaders;
import io.anpip.messaging.DeadLetterKind;
import io.anpip.schemas.VideoId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record a consumer group gave up on.
 *
 * @param place where it stands
 * @param key its record key
 * @param payload its bytes as text
 * @param headers all of them, the record's own and those that say why it is here
 * @param at when it came here
 */
public record DeadLetter(DeadLetterPlace place, String key, String payload, Map<String, String> headers, Instant at) {

    private static final String TYPE = "ce_type";
    private static final String TRACE = "traceparent";

    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new DeadLetter(
                new DeadLetterPlace(record.topic(), record.partition(), record.offset()),
                Optional.ofNullable(record.key()).orElse(""),
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8),
                headers,
                Instant.ofEpochMilli(record.timestamp()));
    }

    /** Why it is here, as a kind; what came from before there were kinds is parked. */
    public DeadLetterKind kind() {
        return header(DeadLetterHeaders.KIND).map(DeadLetterKind::valueOf).orElse(DeadLetterKind.PARKED);
    }

    /** Why it is here, as a sentence. */
    public String reason() {
        return header(DeadLetterHeaders.REASON).orElse("");
    }

    /** How often it was handled by the process that gave it up. */
    public int attempts() {
        return header(DeadLetterHeaders.ATTEMPTS).map(Integer::parseInt).orElse(1);
    }

    /** The topic it stood on. */
    public String origin() {
        return header(DeadLetterHeaders.TOPIC).orElse("");
    }

    /** The CloudEvents type. */
    public String type() {
        return header(TYPE).orElse("");
    }

    /** The trace it belongs to, as W3C writes it. */
    public Optional<String> trace() {
        return header(TRACE);
    }

    /** The video it is about, where the key names one. */
    public Optional<VideoId> videoId() {
        String id = key.split("/", 2)[0];
        try {
            return Optional.of(VideoId.of(id));
        } catch (IllegalArgumentException noVideo) {
            return Optional.empty();
        }
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
