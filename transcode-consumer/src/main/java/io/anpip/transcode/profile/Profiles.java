package io.anpip.transcode.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.anpip.transcode.plan.PlanSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The profiles a planner knows, by name. */
public final class Profiles {

    /** The profile of a video for which none was chosen. */
    public static final String DEFAULT = "default";

    private static final String BUILT_IN = "profiles.yaml";

    /** Names are shown and typed, and stand in plans and events. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final TreeMap<String, PlanSettings> byName;

    private Profiles(TreeMap<String, PlanSettings> byName) {
        this.byName = byName;
    }

    /** The profiles every installation has. */
    public static Profiles builtIn(OperatorSettings operator) {
        try (InputStream yaml = Objects.requireNonNull(Profiles.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return new Profiles(parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8), BUILT_IN, operator));
        } catch (IOException unreadable) {
            throw new IllegalStateException(BUILT_IN + " can't be read", unreadable);
        }
    }

    /** Those, with the profiles of a file added, or put in the place of those of their name. Fails with a sentence about the file. */
    public Profiles with(Path file, OperatorSettings operator) {
        try {
            TreeMap<String, PlanSettings> all = new TreeMap<>(byName);
            all.putAll(parse(Files.readString(file), file.toString(), operator));
            return new Profiles(all);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The profiles file " + file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The profile of this name. */
    public Optional<PlanSettings> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names of all profiles, in order. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    private static TreeMap<String, PlanSettings> parse(String yaml, String file, OperatorSettings operator) {
        Map<String, ProfileText> texts;
        try {
            texts = YAML.readValue(yaml, new TypeReference<Map<String, ProfileText>>() {});
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(file + ": " + complaint(malformed), malformed);
        }
        TreeMap<String, PlanSettings> profiles = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(file + ": a profile can't be called '" + name
                        + "'; names have small letters, digits and hyphens, 32 at most");
            }
            try {
                profiles.put(name, text.settings(name, operator));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        file + ": the profile '" + name + "' is wrong: " + wrong.getMessage(), wrong);
            }
        });
        return profiles;
    }

    /** What is wrong and at which key, without what Jackson says of classes. */
    private static String complaint(JsonProcessingException malformed) {
        String path = malformed instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(key -> key.getFieldName() == null ? "[" + key.getIndex() + "]" : key.getFieldName())
                        .reduce((outer, inner) -> inner.startsWith("[") ? outer + inner : outer + "." + inner)
                        .orElse("")
                : "";
        // What a record says against its own values is the cause.
        Optional<Throwable> cause = malformed instanceof ValueInstantiationException
                ? Optional.ofNullable(malformed.getCause())
                : Optional.empty();
        String what = cause.map(Throwable::getMessage).orElseGet(() -> String.valueOf(malformed.getOriginalMessage()));
        String plain = what.replaceFirst(" \\((class|index) .*", "");
        return path.isEmpty() ? plain : "at " + path + ": " + plain;
    }
}
