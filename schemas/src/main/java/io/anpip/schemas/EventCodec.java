package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;

/**
 * Turns events into bytes and bytes into events: the only place that does.
 *
 * <p>Unknown fields are passed over, because a newer producer may send some; a missing optional field is an empty optional.
 */
public final class EventCodec {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // A required field that is missing must not become a null inside a record.
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private EventCodec() {}

    /** The JSON mapping of the contract, for documents that are stored beside the topics. A copy: changes do not come back. */
    public static ObjectMapper mapper() {
        return MAPPER.copy();
    }

    /** The payload of an event as UTF-8 JSON. */
    public static byte[] encode(VideoEvent event) {
        return encodeDocument(event);
    }

    /** Any document of the contract as UTF-8 JSON. */
    public static byte[] encodeDocument(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A contract record can always be written as JSON", impossible);
        }
    }

    /** Reads an event; empty when the type is none of ours or the bytes do not hold it: poison, not to be tried again. */
    public static Optional<VideoEvent> decode(String type, byte[] payload) {
        return EventType.named(type).flatMap(known -> decodeDocument(known.event(), payload));
    }

    /** Reads a stored document of the contract; empty when the bytes do not hold it. */
    public static <T> Optional<T> decodeDocument(Class<? extends T> type, byte[] payload) {
        try {
            return Optional.ofNullable(MAPPER.readValue(payload, type));
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }
}
