package io.anpip.schemas.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.VideoEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** The golden sample of one event: what its payload looks like on the topic. */
public record Sample(EventType type, String text) {

    /** The samples of all events, in the order of a video's life. */
    public static List<Sample> all() {
        return EventType.all().stream().map(Sample::of).toList();
    }

    /** The sample of an event. */
    public static Sample of(EventType type) {
        try {
            String name = type.event().getSimpleName() + ".json";
            return new Sample(type, Files.readString(ContractFolder.samples().resolve(name)));
        } catch (IOException missing) {
            throw new UncheckedIOException("There is no golden sample of " + type.event(), missing);
        }
    }

    /** The sample of an event, by its record. */
    public static Sample of(Class<? extends VideoEvent> event) {
        return EventType.all().stream()
                .filter(type -> type.event().equals(event))
                .map(Sample::of)
                .findFirst()
                .orElseThrow();
    }

    /** The payload as a tree. */
    public JsonNode tree() {
        try {
            return EventCodec.mapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(this + " is not JSON", notJson);
        }
    }

    /** The payload as an event. */
    public VideoEvent event() {
        return EventCodec.decode(type.type(), text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError(this + " can't be decoded"));
    }

    @Override
    public String toString() {
        return "The sample of " + type.event().getSimpleName();
    }
}
