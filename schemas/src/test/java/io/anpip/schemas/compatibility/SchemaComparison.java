package io.anpip.schemas.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Compares a released schema with the current one of the same event, and tells each difference that would break somebody.
 *
 * <p>Both directions count: an old record must still be readable, and a reader built on the released version must still read what is
 * written today. So optional fields may be added, words may be improved, and nothing else.
 */
public final class SchemaComparison {

    /** What is for people, or compared by rules of its own. */
    private static final Set<String> NOT_COMPARED_AS_THEY_ARE = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "$ref",
            "title",
            "description",
            "examples",
            "deprecated",
            "properties",
            "required",
            "items",
            "type",
            "format",
            "enum");

    private final JsonNode releasedRoot;
    private final JsonNode currentRoot;
    private final List<String> breaks = new ArrayList<>();

    private SchemaComparison(JsonNode releasedRoot, JsonNode currentRoot) {
        this.releasedRoot = releasedRoot;
        this.currentRoot = currentRoot;
    }

    /** What is broken, a sentence for each field; empty when the current schema is a compatible successor. */
    public static List<String> breakingChanges(JsonNode released, JsonNode current) {
        SchemaComparison comparison = new SchemaComparison(released, current);
        comparison.compare("", released, current);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String field, JsonNode releasedUse, JsonNode currentUse) {
        JsonNode released = resolved(releasedRoot, releasedUse);
        JsonNode current = resolved(currentRoot, currentUse);
        if (!typeOf(released).equals(typeOf(current))) {
            say(field, "changed its type from " + typeOf(released) + " to " + typeOf(current));
            return;
        }
        compareValues(field, released, current);
        compareOtherKeywords(field, released, current);
        compareProperties(field, released, current);
        if (released.has("items") && current.has("items")) {
            compare(field + "[]", released.get("items"), current.get("items"));
        }
    }

    private void compareProperties(String field, JsonNode released, JsonNode current) {
        Set<String> requiredBefore = texts(released.path("required"));
        Set<String> requiredNow = texts(current.path("required"));
        released.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            String inside = inside(field, name);
            JsonNode successor = current.path("properties").path(name);
            if (successor.isMissingNode()) {
                say(inside, "was removed");
                return;
            }
            if (requiredNow.contains(name) && !requiredBefore.contains(name)) {
                say(inside, "is newly required");
            }
            if (requiredBefore.contains(name) && !requiredNow.contains(name)) {
                say(inside, "is no longer required");
            }
            compare(inside, property.getValue(), successor);
        });
        current.path("properties").fieldNames().forEachRemaining(name -> {
            if (!released.path("properties").has(name) && requiredNow.contains(name)) {
                say(inside(field, name), "was added as required; an addition must be optional");
            }
        });
    }

    private void compareValues(String field, JsonNode released, JsonNode current) {
        if (released.has("enum") != current.has("enum")) {
            say(field, current.has("enum") ? "newly allows certain values only" : "no longer names its values");
            return;
        }
        Set<String> before = texts(released.path("enum"));
        Set<String> now = texts(current.path("enum"));
        before.stream().filter(value -> !now.contains(value)).forEach(value -> say(field, "no longer allows " + value));
        now.stream()
                .filter(value -> !before.contains(value))
                .forEach(value -> say(field, "newly allows " + value + ", which released readers can't decode"));
    }

    private void compareOtherKeywords(String field, JsonNode released, JsonNode current) {
        Set<String> keywords = new TreeSet<>();
        released.fieldNames().forEachRemaining(keywords::add);
        current.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(NOT_COMPARED_AS_THEY_ARE);
        keywords.stream()
                .filter(keyword -> !released.path(keyword).equals(current.path(keyword)))
                .forEach(keyword -> say(field, "changed its " + keyword));
    }

    private void say(String field, String what) {
        breaks.add((field.isEmpty() ? "The event" : "The field '" + field + "'") + ' ' + what + '.');
    }

    private static String inside(String field, String name) {
        return field.isEmpty() ? name : field + '.' + name;
    }

    private static JsonNode resolved(JsonNode root, JsonNode use) {
        return use.has("$ref") ? root.at(use.get("$ref").asText().substring(1)) : use;
    }

    private static String typeOf(JsonNode schema) {
        String type = schema.path("type").isTextual()
                ? schema.path("type").asText()
                : schema.path("type").toString();
        return schema.has("format") ? type + " (" + schema.get("format").asText() + ')' : type;
    }

    private static Set<String> texts(JsonNode array) {
        Stream<JsonNode> values = StreamSupport.stream(array.spliterator(), false);
        return values.map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
