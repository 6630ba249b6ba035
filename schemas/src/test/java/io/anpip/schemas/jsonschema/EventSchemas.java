package io.anpip.schemas.jsonschema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaKeyword;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Generates the JSON Schema of an event from its record: components in their order, all required but the optional ones, described
 * by their annotations.
 */
public final class EventSchemas {

    private static final Map<Class<?>, String> TEXT_FORMATS = Map.of(VideoId.class, "uuid", Instant.class, "date-time");

    private final SchemaGenerator generator = new SchemaGenerator(settings().build());

    /** The schema of an event. */
    public ObjectNode schemaOf(Class<? extends VideoEvent> event) {
        ObjectNode generated = generator.generateSchema(event);
        ObjectNode schema = EventCodec.mapper().createObjectNode();
        // In the order of interest: what it is, then its fields, and what they share with other events at the end.
        schema.set("$schema", generated.remove("$schema"));
        schema.put("title", event.getSimpleName());
        schema.set("description", generated.remove("description"));
        Optional<JsonNode> shared = Optional.ofNullable(generated.remove("$defs"));
        schema.setAll(generated);
        shared.ifPresent(definitions -> schema.set("$defs", definitions));
        return schema;
    }

    /** A schema as the text of its file. */
    public static String text(JsonNode schema) {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return EventCodec.mapper().writer(lines).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static SchemaGeneratorConfigBuilder settings() {
        SchemaGeneratorConfigBuilder settings = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
                // The library's own treatment lets an optional be null; ours are written as absent.
                .without(Option.FLATTENED_OPTIONALS);
        settings.forTypesInGeneral().withPropertySorter((_, _) -> 0).withCustomDefinitionProvider(EventSchemas::text);
        settings.forFields()
                .withTargetTypeOverridesResolver(EventSchemas::insideOptional)
                .withRequiredCheck(field -> !isOptional(field));
        return settings;
    }

    private static @Nullable CustomDefinition text(ResolvedType type, SchemaGenerationContext context) {
        String format = TEXT_FORMATS.get(type.getErasedType());
        if (format == null) {
            return null;
        }
        ObjectNode text = context.getGeneratorConfig().createObjectNode();
        text.put(context.getKeyword(SchemaKeyword.TAG_TYPE), "string");
        text.put(context.getKeyword(SchemaKeyword.TAG_FORMAT), format);
        return new CustomDefinition(
                text, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static @Nullable List<ResolvedType> insideOptional(FieldScope field) {
        // The elements of an optional list come here too, as the same field with a type of their own.
        ResolvedType inside = field.getTypeParameterFor(Optional.class, 0);
        return inside == null ? null : List.of(inside);
    }

    private static boolean isOptional(FieldScope field) {
        return field.getDeclaredType().getErasedType() == Optional.class;
    }
}
