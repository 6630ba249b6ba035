package io.anpip.schemas.docs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.Topic;
import io.anpip.schemas.files.Sample;

/** A record header that every event has: CloudEvents 1.0 in binary mode, and the W3C trace context. */
enum CloudEventHeader {
    CE_ID("ce_id", "uuid", "Id of the event, computed from what it says: the same for every delivery of the same fact"),
    CE_TYPE("ce_type", "", "Type of the event"),
    CE_SOURCE("ce_source", "uri-reference", "Which service says it: /anpip/ and the name of its module"),
    CE_SPECVERSION("ce_specversion", "", "Version of CloudEvents: 1.0"),
    CE_TIME(
            "ce_time",
            "date-time",
            "When the event was handed to the broker; later where the same fact is published again"),
    CONTENT_TYPE("content-type", "", "Media type of the payload: application/json"),
    TRACEPARENT("traceparent", "", "W3C trace context of the work the event comes from; absent where tracing is off");

    private static final String SAMPLE_TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String SAMPLE_TIME = "2026-03-15T11:27:02.125Z";

    private final String header;
    private final String format;
    private final String about;

    CloudEventHeader(String header, String format, String about) {
        this.header = header;
        this.format = format;
        this.about = about;
    }

    String header() {
        return header;
    }

    String about() {
        return about;
    }

    boolean required() {
        return this != TRACEPARENT;
    }

    /** The headers as a schema. */
    static ObjectNode schema() {
        ObjectNode schema = EventCodec.mapper().createObjectNode();
        schema.put("type", "object");
        schema.put("description", "CloudEvents 1.0 in binary mode, and the W3C trace context.");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (CloudEventHeader each : values()) {
            ObjectNode property = properties.putObject(each.header).put("type", "string");
            if (!each.format.isEmpty()) {
                property.put("format", each.format);
            }
            property.put("description", each.about);
            if (each.required()) {
                required.add(each.header);
            }
        }
        return schema;
    }

    /** The headers of a sample. */
    static ObjectNode of(Sample sample, Topic topic) {
        ObjectNode headers = EventCodec.mapper().createObjectNode();
        for (CloudEventHeader each : values()) {
            headers.put(
                    each.header,
                    switch (each) {
                        case CE_ID -> sample.event().eventId().toString();
                        case CE_TYPE -> sample.type().type();
                        case CE_SOURCE -> "/anpip/" + topic.producer();
                        case CE_SPECVERSION -> "1.0";
                        case CE_TIME -> SAMPLE_TIME;
                        case CONTENT_TYPE -> "application/json";
                        case TRACEPARENT -> SAMPLE_TRACE;
                    });
        }
        return headers;
    }
}
