package io.anpip.schemas.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicConsumer;
import io.anpip.schemas.files.Sample;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Describes the topics as an AsyncAPI 3.0 document: a channel for each topic, an operation for each producer and consumer group, a
 * message with a golden sample for each event.
 */
final class AsyncApiDocument {

    private static final String KAFKA_BINDING = "0.5.0";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String HEADERS = "CloudEventHeaders";

    private final Contract contract;
    private final ObjectNode root = EventCodec.mapper().createObjectNode();

    private AsyncApiDocument(Contract contract) {
        this.contract = contract;
    }

    /** The document as a tree. */
    static ObjectNode of(Contract contract) {
        AsyncApiDocument document = new AsyncApiDocument(contract);
        document.introduce();
        contract.catalogue().topics().forEach(document::addTopic);
        contract.events().forEach(document::addEvent);
        document.addSchemas();
        return document.root;
    }

    /** The document as the text of its file. */
    static String text(JsonNode document) {
        YAMLFactory yaml = YAMLFactory.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .stringQuotingChecker(new TextStaysText())
                .build();
        try {
            return "# Generated from topics.yaml, the event records and their samples; see schemas/README.md.\n"
                    + new ObjectMapper(yaml).writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void introduce() {
        root.put("asyncapi", "3.0.0");
        ObjectNode info = root.putObject("info").put("title", "Anpip events").put("version", "1.0.0");
        info.put(
                "description",
                "What Anpip says about its videos on Kafka, from the announced upload to the stream that is ready."
                        + " CloudEvents 1.0 in binary mode; at least once, in order for each video."
                        + " Within v1 only optional fields are added: pass over what you do not know.");
        info.putObject("license").put("name", "Apache-2.0");
        root.put("defaultContentType", "application/json");
        ObjectNode kafka = root.putObject("servers").putObject("kafka");
        kafka.put("host", "{bootstrapServers}").put("protocol", "kafka");
        kafka.putObject("variables")
                .putObject("bootstrapServers")
                .put("description", "The setting kafka.bootstrap.servers of the services")
                .put("default", "localhost:9092");
    }

    private void addTopic(Topic topic) {
        ObjectNode channel = root.withObject("channels").putObject(topic.name());
        channel.put("address", topic.name()).put("description", topic.about());
        ObjectNode messages = channel.putObject("messages");
        topic.events().forEach(event -> messages.set(event, reference("#/components/messages/" + event)));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(topic.cleanupPolicy());
        settings.put("retention.ms", topic.retention().map(Duration::toMillis).orElse(-1L));
        kafka.put("bindingVersion", KAFKA_BINDING);

        addOperation(topic, topic.producer() + ".sends", "send", topic.producer() + " writes the topic.");
        topic.consumers().forEach(consumer -> addConsumer(topic, consumer));
    }

    private void addConsumer(Topic topic, TopicConsumer consumer) {
        ObjectNode operation = addOperation(
                topic,
                consumer.group() + ".receives",
                "receive",
                "The group %s of %s reads the topic. What it gives up on goes to %s."
                        .formatted(consumer.group(), consumer.module(), topic.deadLetterTopic(consumer)));
        ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
        kafka.putObject("groupId").put("type", "string").putArray("enum").add(consumer.group());
        kafka.put("bindingVersion", KAFKA_BINDING);
    }

    private ObjectNode addOperation(Topic topic, String name, String action, String summary) {
        ObjectNode operation = root.withObject("operations").putObject(name + '.' + topic.name());
        operation.put("action", action).put("summary", summary);
        operation.set("channel", reference("#/channels/" + topic.name()));
        return operation;
    }

    private void addEvent(EventType type, ObjectNode schema) {
        Topic topic = contract.topicOf(type);
        String name = Contract.nameOf(type);
        ObjectNode message =
                root.withObject("components").withObject("messages").putObject(name);
        message.put("name", name).put("title", name);
        message.put("summary", schema.path("description").asText()).put("contentType", "application/json");
        ObjectNode headers = message.putObject("headers");
        headers.putArray("allOf").add(reference(SCHEMAS + HEADERS));
        headers.putObject("properties")
                .putObject(CloudEventHeader.CE_TYPE.header())
                .put("const", type.type());
        message.set("payload", reference(SCHEMAS + name));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", topic.key());
        kafka.put("bindingVersion", KAFKA_BINDING);
        Sample sample = Sample.of(type);
        ObjectNode example = message.putArray("examples").addObject().put("name", "sample");
        example.set("headers", CloudEventHeader.of(sample, topic));
        example.set("payload", sample.tree());
    }

    private void addSchemas() {
        ObjectNode schemas = root.withObject("components").putObject("schemas");
        schemas.set(HEADERS, CloudEventHeader.schema());
        contract.events().forEach((type, schema) -> schemas.set(Contract.nameOf(type), inDocument(schema)));
        contract.shared().forEach((name, schema) -> schemas.set(name, inDocument(schema)));
    }

    /** The same schema with references into this document. AsyncAPI passes over what stands beside a reference, so nothing does. */
    private static JsonNode inDocument(JsonNode schema) {
        if (schema.isObject()) {
            ObjectNode moved = EventCodec.mapper().createObjectNode();
            schema.properties().stream()
                    .filter(keyword -> !keyword.getKey().equals("$ref"))
                    .forEach(keyword -> moved.set(keyword.getKey(), inDocument(keyword.getValue())));
            Optional<JsonNode> target = Optional.ofNullable(schema.get("$ref"))
                    .map(ref -> reference(ref.asText().replace("#/$defs/", SCHEMAS)));
            if (moved.isEmpty() && target.isPresent()) {
                return target.get();
            }
            target.ifPresent(ref -> moved.putArray("allOf").add(ref));
            return moved;
        }
        return schema;
    }

    private static ObjectNode reference(String target) {
        return EventCodec.mapper().createObjectNode().put("$ref", target);
    }

    /** Quotes what a YAML reader would otherwise take for a number or a time. */
    private static final class TextStaysText extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || (!value.isEmpty() && Character.isDigit(value.charAt(0)));
        }
    }
}
