package io.anpip.schemas.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anpip.schemas.EventType;
import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.jsonschema.EventSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the documents are made of: the topics, the events, and the records events share.
 *
 * @param catalogue the topics
 * @param events the schema of each event, without the records it shares with others
 * @param shared the schema of each record that events hold, by its name; none of them is an event
 */
record Contract(TopicCatalogue catalogue, Map<EventType, ObjectNode> events, SortedMap<String, JsonNode> shared) {

    /** The contract of this version. */
    static Contract current() {
        EventSchemas schemas = new EventSchemas();
        Map<EventType, ObjectNode> events = new LinkedHashMap<>();
        SortedMap<String, JsonNode> shared = new TreeMap<>();
        for (EventType type : EventType.all()) {
            ObjectNode schema = schemas.schemaOf(type.event());
            schema.path("$defs").properties().forEach(record -> addOnce(shared, record.getKey(), record.getValue()));
            schema.remove(List.of("$defs", "$schema"));
            events.put(type, schema);
        }
        EventType.all().forEach(type -> shared.remove(nameOf(type)));
        return new Contract(TopicCatalogue.load(), events, shared);
    }

    private static void addOnce(Map<String, JsonNode> shared, String name, JsonNode schema) {
        JsonNode known = shared.putIfAbsent(name, schema);
        if (known != null && !known.equals(schema)) {
            throw new IllegalStateException("Two records are named " + name);
        }
    }

    /** The name of an event: that of its record. */
    static String nameOf(EventType type) {
        return type.event().getSimpleName();
    }

    /** The schema of an event. */
    ObjectNode schemaOf(EventType type) {
        return Objects.requireNonNull(events.get(type), () -> type + " has no schema");
    }

    /** The events of a topic, in the order of the catalogue. */
    List<EventType> eventsOf(Topic topic) {
        return topic.events().stream().map(this::eventNamed).toList();
    }

    /** The topic that carries an event. */
    Topic topicOf(EventType type) {
        return catalogue.topics().stream()
                .filter(topic -> topic.events().contains(nameOf(type)))
                .findFirst()
                .orElseThrow();
    }

    private EventType eventNamed(String name) {
        return events.keySet().stream()
                .filter(type -> nameOf(type).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
