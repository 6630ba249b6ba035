package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Names one stored object completely, so that a reader needs to know no key layout. */
@JsonClassDescription("Names one stored object completely, so that a reader needs to know no key layout.")
public record ObjectRef(
        @JsonPropertyDescription("Bucket that holds the object")
        String bucket,

        @JsonPropertyDescription("Key of the object in its bucket")
        String key,

        @JsonPropertyDescription("Size in bytes") long sizeBytes,

        @JsonPropertyDescription(
                "Entity tag the store gave the object, without quotes; may be empty when the writer did not read it back")
        String etag) {}
