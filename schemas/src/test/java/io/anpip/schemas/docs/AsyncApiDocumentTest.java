package io.anpip.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.anpip.schemas.EventType;
import io.anpip.schemas.Topic;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.files.ContractFolder;
import io.anpip.schemas.files.KeptFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document is complete and whole. Write it anew with {@code -Danpip.schemas.write=true}. */
class AsyncApiDocumentTest {

    private static final ObjectNode DOCUMENT = AsyncApiDocument.of(Contract.current());

    @Test
    void theFileHoldsWhatCatalogueSchemasAndSamplesSay() throws IOException {
        new KeptFile(ContractFolder.documents().resolve("asyncapi.yaml")).mustHold(AsyncApiDocument.text(DOCUMENT));
    }

    @Test
    void theTextReadsBackAsTheSameDocument() throws IOException {
        JsonNode read = new ObjectMapper(new YAMLFactory()).readTree(AsyncApiDocument.text(DOCUMENT));

        assertThat(read).hasToString(DOCUMENT.toString());
    }

    @Test
    void everyReferenceResolves() {
        List<String> targets = references(DOCUMENT).toList();

        assertThat(targets).isNotEmpty().allSatisfy(target -> {
            assertThat(target).startsWith("#/");
            assertThat(DOCUMENT.at(target.substring(1)).isObject()).as(target).isTrue();
        });
    }

    @Test
    void hasAChannelForEveryTopicAndAMessageForEveryEvent() {
        List<String> topics =
                TopicCatalogue.load().topics().stream().map(Topic::name).toList();
        List<String> events = EventType.all().stream().map(Contract::nameOf).toList();

        assertThat(DOCUMENT.path("channels").fieldNames()).toIterable().containsExactlyElementsOf(topics);
        assertThat(DOCUMENT.at("/components/messages").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(events);
    }

    @Test
    void hasAnOperationForEveryProducerAndEveryGroup() {
        long producersAndGroups = TopicCatalogue.load().topics().stream()
                .mapToLong(topic -> 1 + topic.consumers().size())
                .sum();

        assertThat(DOCUMENT.path("operations")).hasSize((int) producersAndGroups);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.EventType#all")
    void theExampleOfAMessageObeysItsHeadersAndPayload(EventType type) {
        JsonNode message = DOCUMENT.at("/components/messages/" + Contract.nameOf(type));
        JsonNode example = message.at("/examples/0");

        assertThat(violations(message.path("headers"), example.path("headers"))).isEmpty();
        assertThat(violations(message.path("payload"), example.path("payload"))).isEmpty();
    }

    /** A schema of the document can be read where its references lead somewhere: so the components go with it. */
    private static Iterable<?> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.path("components"));
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        return factory.getSchema(whole).validate(value);
    }

    private static Stream<String> references(JsonNode node) {
        Stream<String> inside = node.valueStream().flatMap(AsyncApiDocumentTest::references);
        return node.has("$ref") ? Stream.concat(Stream.of(node.get("$ref").asText()), inside) : inside;
    }
}
