package io.anpip.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.anpip.schemas.EventCodec;

/** Writes results for programs. */
final class JsonOutput {
    private JsonOutput() {}

    /** Indented, because people look at it too. */
    static String of(Object document) {
        try {
            return EventCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A result can always be written as JSON", impossible);
        }
    }
}
