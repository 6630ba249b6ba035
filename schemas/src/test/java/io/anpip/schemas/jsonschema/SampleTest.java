package io.anpip.schemas.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.SourceRejected;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.files.ContractFolder;
import io.anpip.schemas.files.Sample;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden samples obey their schemas, and the codec reads and writes them without loss. */
class SampleTest {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void obeysItsSchema(Sample sample) {
        assertThat(schemaOf(sample.type()).validate(sample.tree())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void comesBackTheSameFromTheCodec(Sample sample) throws IOException {
        VideoEvent event = sample.event();

        JsonNode written = EventCodec.mapper().readTree(EventCodec.encode(event));

        assertThat(written).isEqualTo(sample.tree());
    }

    @Test
    void everySampleFileBelongsToAnEvent() throws IOException {
        assertThat(ContractFolder.entries(ContractFolder.samples()))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(EventType.all().stream()
                        .map(type -> type.event().getSimpleName() + ".json")
                        .toList());
    }

    @Test
    void tellTheStoryOfOneVideo() {
        // A video has one beginning: what ends before it is transcoded happened to other uploads.
        Set<Class<?>> others = Set.of(UploadAborted.class, SourceRejected.class, ProcessingGivenUp.class);

        assertThat(Sample.all())
                .filteredOn(sample -> !others.contains(sample.type().event()))
                .extracting(sample -> sample.event().videoId())
                .containsOnly(Sample.of(UploadFinalized.class).event().videoId());
        assertThat(Sample.all())
                .extracting(sample -> sample.event().videoId().value().version())
                .containsOnly(7);
    }

    @Test
    void theSchemaRefusesAMissingFieldAWrongTypeAndAForeignId() {
        Sample sample = Sample.of(UploadFinalized.class);
        ObjectNode withoutSize = sample.tree().deepCopy();
        withoutSize.remove("sizeBytes");
        ObjectNode sizeAsText = sample.tree().<ObjectNode>deepCopy().put("sizeBytes", "large");
        ObjectNode foreignId = sample.tree().<ObjectNode>deepCopy().put("videoId", "42");

        JsonSchema schema = schemaOf(sample.type());

        assertThat(schema.validate(withoutSize)).hasSize(1);
        assertThat(schema.validate(sizeAsText)).hasSize(1);
        assertThat(schema.validate(foreignId)).hasSize(1);
    }

    private static JsonSchema schemaOf(EventType type) {
        return FACTORY.getSchema(new EventSchemas().schemaOf(type.event()), STRICT);
    }
}
