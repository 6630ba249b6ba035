package io.anpip.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.EventCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each edit that breaks somebody is told in a sentence that names the field; additions of optional fields are not. */
class SchemaComparisonTest {

    private static final String RELEASED = """
            {"type":"object","description":"A failure of a video.",
             "properties":{
               "sizeBytes":{"type":"integer","format":"int64","description":"Size"},
               "title":{"type":"string"},
               "failure":{"$ref":"#/$defs/Failure"},
               "tags":{"type":"array","items":{"$ref":"#/$defs/Tag"}}},
             "required":["sizeBytes","failure","tags"],
             "$defs":{
               "Failure":{"type":"object",
                 "properties":{"kind":{"type":"string","enum":["SUSPECT","PERMANENT"]},"reason":{"type":"string"}},
                 "required":["kind"]},
               "Tag":{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}}}
            """;

    @Test
    void nothingIsSaidOfTheSameSchema() throws JsonProcessingException {
        assertThat(changes(RELEASED)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "title":{"type":"string"},                      |                                                             | The field 'title' was removed.
            "format":"int64"                                | "format":"int32"                                            | The field 'sizeBytes' changed its type from integer (int64) to integer (int32).
            "title":{"type":"string"}                       | "title":{"type":"boolean"}                                  | The field 'title' changed its type from string to boolean.
            "title":{"type":"string"}                       | "title":{"type":["string","null"]}                          | The field 'title' changed its type from string to ["string","null"].
            "required":["sizeBytes"                         | "required":["title","sizeBytes"                             | The field 'title' is newly required.
            "required":["sizeBytes",                        | "required":[                                                | The field 'sizeBytes' is no longer required.
            "title":{"type":"string"}                       | "title":{"type":"string","maxLength":80}                    | The field 'title' changed its maxLength.
            "title":{"type":"string"}                       | "title":{"type":"string","enum":["A"]}                      | The field 'title' newly allows certain values only.
            ,"enum":["SUSPECT","PERMANENT"]                 |                                                             | The field 'failure.kind' no longer names its values.
            ["SUSPECT","PERMANENT"]                         | ["PERMANENT"]                                               | The field 'failure.kind' no longer allows SUSPECT.
            ["SUSPECT","PERMANENT"]                         | ["SUSPECT","PERMANENT","LATER"]                             | The field 'failure.kind' newly allows LATER, which released readers can't decode.
            ,"reason":{"type":"string"}                     |                                                             | The field 'failure.reason' was removed.
            "required":["kind"]                             | "required":["kind","reason"]                                | The field 'failure.reason' is newly required.
            "name":{"type":"string"}                        | "name":{"type":"integer"}                                   | The field 'tags[].name' changed its type from string to integer.
            {"$ref":"#/$defs/Failure"}                      | {"type":"string"}                                           | The field 'failure' changed its type from object to string.
            {"type":"object","description"                  | {"type":"object","additionalProperties":false,"description" | The event changed its additionalProperties.
            """)
    void anEditThatBreaksIsTold(String before, String after, String sentence) throws JsonProcessingException {
        String edited = RELEASED.replace(before, after == null ? "" : after);

        assertThat(edited).as("The edit took place").isNotEqualTo(RELEASED);
        assertThat(changes(edited)).containsExactly(sentence);
    }

    @Test
    void anAdditionThatIsRequiredIsTold() throws JsonProcessingException {
        String edited = RELEASED.replace("\"title\":", "\"language\":{\"type\":\"string\"},\"title\":")
                .replace("\"required\":[\"sizeBytes\"", "\"required\":[\"language\",\"sizeBytes\"");

        assertThat(changes(edited))
                .containsExactly("The field 'language' was added as required; an addition must be optional.");
    }

    @Test
    void everyBreakIsToldNotOnlyTheFirst() throws JsonProcessingException {
        String edited = RELEASED.replace("\"title\":{\"type\":\"string\"},", "").replace("\"SUSPECT\",", "");

        assertThat(changes(edited))
                .containsExactly(
                        "The field 'title' was removed.", "The field 'failure.kind' no longer allows SUSPECT.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "title":                        | "language":{"type":"string"},"title":
            "name":{"type":"string"}        | "name":{"type":"string"},"weight":{"type":"number"}
            "description":"Size"            | "description":"Size in bytes"
            "title":{"type":"string"}       | "title":{"type":"string","description":"Title the user gave"}
            ["sizeBytes","failure","tags"]  | ["tags","failure","sizeBytes"]
            """)
    void optionalAdditionsAndBetterWordsPass(String before, String after) throws JsonProcessingException {
        String edited = RELEASED.replace(before, after);

        assertThat(edited).as("The edit took place").isNotEqualTo(RELEASED);
        assertThat(changes(edited)).isEmpty();
    }

    @Test
    void aSharedRecordMayBeNamedAnew() throws JsonProcessingException {
        assertThat(changes(RELEASED.replace("Failure", "Trouble"))).isEmpty();
    }

    private static List<String> changes(String current) throws JsonProcessingException {
        JsonNode released = EventCodec.mapper().readTree(RELEASED);
        return SchemaComparison.breakingChanges(released, EventCodec.mapper().readTree(current));
    }
}
