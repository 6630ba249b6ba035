package io.anpip.schemas.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.EventType;
import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicConsumer;
import io.anpip.schemas.files.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The page for people who read our topics: topics, headers, then every event with its fields and a sample. */
final class EventsPage {

    private final Contract contract;
    private final StringBuilder page = new StringBuilder();

    private EventsPage(Contract contract) {
        this.contract = contract;
    }

    /** The page as Markdown. */
    static String of(Contract contract) {
        EventsPage page = new EventsPage(contract);
        page.introduction();
        page.topics();
        page.deadLetters();
        page.headers();
        contract.catalogue().topics().forEach(page::topic);
        page.sharedRecords();
        return page.page.toString();
    }

    private void introduction() {
        page.append("""
                # Events

                <!-- Generated from topics.yaml, the event records and their samples; see schemas/README.md. -->

                What Anpip says about its videos on Kafka. The same for machines: [asyncapi.yaml](asyncapi.yaml), and a
                JSON Schema for each event in [schemas](../schemas/src/main/resources/io/anpip/schemas/json/v1).

                - **Delivery** is at least once: drop an event whose `ce_id` you have seen.
                - **Order** holds for each video within a topic, because the record key is the video's id. The work queues
                  alone spread the parts of a video over its partitions.
                - **Versions**: within v1 only optional fields are added. Pass over fields and types you do not know.
                - **Deleted videos**: their last record on the compacted status topic has no value (a tombstone).
                - An absent optional field is left out, never `null`.

                """);
    }

    private void topics() {
        heading(2, "Topics");
        table(
                List.of("Topic", "Key", "Partitions", "Cleanup", "Retention", "Producer", "Consumer groups", "Events"),
                contract.catalogue().topics().stream()
                        .map(topic -> List.of(
                                '[' + code(topic.name()) + "](#" + anchor(topic.name()) + ')',
                                code(topic.key()),
                                Integer.toString(topic.partitions()),
                                topic.cleanupPolicy(),
                                retention(topic),
                                topic.producer(),
                                groups(topic),
                                topic.events().stream().map(EventsPage::link).collect(Collectors.joining(", "))))
                        .toList());
    }

    private void deadLetters() {
        heading(2, "Dead letters");
        page.append("""
                What a group gives up on goes to a topic of its own, with the record as it was and headers that say why
                (`dead-letter-reason`, `dead-letter-topic`, `dead-letter-partition`, `dead-letter-offset`).

                """);
        List<List<String>> rows = new ArrayList<>();
        for (Topic topic : contract.catalogue().topics()) {
            topic.consumers()
                    .forEach(consumer -> rows.add(
                            List.of(code(topic.deadLetterTopic(consumer)), consumer.group(), consumer.module())));
        }
        table(List.of("Topic", "Group", "Module"), rows);
    }

    private void headers() {
        heading(2, "Headers");
        page.append(
                "CloudEvents 1.0 in binary mode: the attributes are record headers, the value is the event as JSON.\n\n");
        table(
                List.of("Header", "Required", "Description"),
                Stream.of(CloudEventHeader.values())
                        .map(header -> List.of(code(header.header()), yesOrNo(header.required()), header.about()))
                        .toList());
    }

    private void topic(Topic topic) {
        heading(2, topic.name());
        page.append(topic.about()).append("\n\n");
        List<EventType> elsewhere = contract.eventsOf(topic).stream()
                .filter(type -> !contract.topicOf(type).equals(topic))
                .toList();
        if (!elsewhere.isEmpty()) {
            page.append("Here too: ")
                    .append(elsewhere.stream()
                            .map(type -> link(Contract.nameOf(type)))
                            .collect(Collectors.joining(", ")))
                    .append(".\n\n");
        }
        contract.eventsOf(topic).stream()
                .filter(type -> !elsewhere.contains(type))
                .forEach(this::event);
    }

    private void event(EventType type) {
        JsonNode schema = contract.schemaOf(type);
        heading(3, Contract.nameOf(type));
        page.append(schema.path("description").asText()).append("\n\n");
        page.append("Type ").append(code(type.type())).append("\n\n");
        fields(schema);
        page.append("<details><summary>Sample</summary>\n\n```json\n");
        page.append(Sample.of(type).text().strip()).append("\n```\n\n</details>\n\n");
    }

    private void sharedRecords() {
        heading(2, "Records that events share");
        contract.shared().forEach((name, schema) -> {
            heading(3, name);
            page.append(schema.path("description").asText()).append("\n\n");
            if (schema.has("enum")) {
                page.append("One of ").append(values(schema)).append("\n\n");
            } else {
                fields(schema);
            }
        });
    }

    private void fields(JsonNode schema) {
        List<String> required = texts(schema.path("required"));
        table(
                List.of("Field", "Type", "Required", "Description"),
                schema.path("properties").properties().stream()
                        .map(field -> List.of(
                                code(field.getKey()),
                                type(field.getValue()),
                                yesOrNo(required.contains(field.getKey())),
                                field.getValue().path("description").asText()))
                        .toList());
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String target = schema.get("$ref").asText();
            return link(target.substring(target.lastIndexOf('/') + 1));
        }
        String type = schema.path("type").asText();
        if (type.equals("array")) {
            return "array of " + type(schema.path("items"));
        }
        return schema.has("format") ? type + " (" + schema.get("format").asText() + ')' : type;
    }

    private static String values(JsonNode schema) {
        return texts(schema.path("enum")).stream().map(EventsPage::code).collect(Collectors.joining(", "));
    }

    private void heading(int level, String text) {
        page.append("#".repeat(level)).append(' ').append(text).append("\n\n");
    }

    private void table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(column -> "---").toList());
        rows.forEach(this::row);
        page.append('\n');
    }

    private void row(List<String> cells) {
        page.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String groups(Topic topic) {
        return topic.consumers().isEmpty()
                ? "none of ours"
                : topic.consumers().stream().map(TopicConsumer::group).collect(Collectors.joining(", "));
    }

    private static String retention(Topic topic) {
        return topic.retention()
                .map(Duration::toDays)
                .map(days -> days + " days")
                .orElse("for ever");
    }

    private static String link(String heading) {
        return '[' + heading + "](#" + anchor(heading) + ')';
    }

    /** How GitHub names the place of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
