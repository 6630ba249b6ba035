package io.anpip.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.files.ContractFolder;
import io.anpip.schemas.jsonschema.EventSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The current schemas are compatible successors of every version ever released. */
class ReleasedSchemasTest {

    static List<Path> releasedSchemas() throws IOException {
        List<Path> released = new ArrayList<>();
        for (Path version : ContractFolder.entries(ContractFolder.history())) {
            released.addAll(ContractFolder.entries(version));
        }
        return List.copyOf(released);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releasedSchemas")
    void onlyOptionalFieldsWereAddedSince(Path released) throws IOException {
        JsonNode before = EventCodec.mapper().readTree(Files.readString(released));

        Optional<JsonNode> now = currentSchema(released.getFileName().toString());

        assertThat(now).as("A released event is still there").isPresent();
        assertThat(SchemaComparison.breakingChanges(before, now.orElseThrow()))
                .as("Breaks with %s: anything but an optional addition needs a v2 of the event", released)
                .isEmpty();
    }

    @Test
    void thereIsAReleasedVersionToCompareWith() throws IOException {
        assertThat(releasedSchemas()).isNotEmpty();
    }

    private static Optional<JsonNode> currentSchema(String file) {
        return EventType.all().stream()
                .filter(type ->
                        ContractFolder.schemaFile(type.event().getSimpleName()).equals(file))
                .map(type -> (JsonNode) new EventSchemas().schemaOf(type.event()))
                .findFirst();
    }
}
