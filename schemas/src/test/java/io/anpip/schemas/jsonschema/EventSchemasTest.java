package io.anpip.schemas.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.EventType;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.files.ContractFolder;
import io.anpip.schemas.files.KeptFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema files say what the records say. Write them anew with {@code -Danpip.schemas.write=true}. */
class EventSchemasTest {

    private static final EventSchemas SCHEMAS = new EventSchemas();

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.EventType#all")
    void theFileHoldsWhatTheRecordSays(EventType type) throws IOException {
        JsonNode schema = SCHEMAS.schemaOf(type.event());

        String file = ContractFolder.schemaFile(type.event().getSimpleName());
        new KeptFile(ContractFolder.schemas().resolve(file)).mustHold(EventSchemas.text(schema));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.EventType#all")
    void everyRecordAndFieldIsDescribed(EventType type) {
        JsonNode schema = SCHEMAS.schemaOf(type.event());

        assertDescribed(type.event().getSimpleName(), schema);
        schema.path("$defs").properties().forEach(shared -> assertDescribed(shared.getKey(), shared.getValue()));
    }

    private static void assertDescribed(String name, JsonNode schema) {
        assertThat(schema.path("description").asText())
                .as("The description of %s", name)
                .isNotBlank();
        schema.path("properties")
                .properties()
                .forEach(
                        field -> assertThat(field.getValue().path("description").asText())
                                .as("The description of %s.%s", name, field.getKey())
                                .isNotBlank());
    }

    @Test
    void everySchemaFileBelongsToAnEvent() throws IOException {
        assertThat(ContractFolder.entries(ContractFolder.schemas()))
                .extracting(file -> file.getFileName().toString())
                .isSubsetOf(EventType.all().stream()
                        .map(type -> ContractFolder.schemaFile(type.event().getSimpleName()))
                        .toList());
    }

    @Test
    void optionalComponentsAreNotRequiredAndNeverNull() {
        JsonNode schema = SCHEMAS.schemaOf(UploadFinalized.class);

        assertThat(schema.path("required"))
                .extracting(JsonNode::asText)
                .contains("filename")
                .doesNotContain("title");
        assertThat(schema.at("/properties/title/type").asText()).isEqualTo("string");
    }

    @Test
    void idsAndTimesAreText() {
        JsonNode schema = SCHEMAS.schemaOf(UploadFinalized.class);

        assertThat(schema.at("/properties/videoId/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/videoId/format").asText()).isEqualTo("uuid");
        assertThat(schema.at("/properties/finalizedAt/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/finalizedAt/format").asText()).isEqualTo("date-time");
    }
}
