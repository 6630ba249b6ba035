package io.anpip.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Receives traces and metrics over OTLP/HTTP as a collector would, and keeps what they say. */
final class TelemetryCollector implements AutoCloseable {

    /** What the tests look at of a span. */
    record SeenSpan(String service, String name, String traceId) {}

    private final HttpServer server;
    private final Queue<SeenSpan> spans = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> values = new ConcurrentHashMap<>();

    TelemetryCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receiveTraces);
        server.createContext("/v1/metrics", this::receiveMetrics);
        server.start();
    }

    /** The settings that make services send their telemetry here. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms",
                "QUARKUS_OTEL_METRIC_EXPORT_INTERVAL", "500ms");
    }

    /** The spans of every trace that has a span of this name. */
    List<List<SeenSpan>> tracesWith(String spanName) {
        Map<String, List<SeenSpan>> byTrace = spans.stream().collect(Collectors.groupingBy(SeenSpan::traceId));
        return byTrace.values().stream()
                .filter(trace -> trace.stream().anyMatch(span -> span.name().equals(spanName)))
                .toList();
    }

    /** The latest value of a counter or a gauge of a service. */
    OptionalLong latest(String service, String metric) {
        Long value = values.get(service + ' ' + metric);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private void receiveTraces(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
            accept(exchange);
        }
    }

    private void receiveMetrics(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList().forEach(this::keep);
            accept(exchange);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    /** The answer to either is a message without fields, which is no bytes. */
    private static void accept(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
    }

    private void keep(ResourceMetrics resource) {
        String service = serviceOf(resource.getResource());
        resource.getScopeMetricsList()
                .forEach(scope -> scope.getMetricsList().forEach(metric -> {
                    List<NumberDataPoint> points = metric.hasSum()
                            ? metric.getSum().getDataPointsList()
                            : metric.getGauge().getDataPointsList();
                    if (!points.isEmpty()) {
                        values.put(
                                service + ' ' + metric.getName(),
                                points.getLast().getAsInt());
                    }
                }));
    }

    private void keep(ResourceSpans resource) {
        String service = serviceOf(resource.getResource());
        resource.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(seen(service, span))));
    }

    private static String serviceOf(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static SeenSpan seen(String service, Span span) {
        return new SeenSpan(
                service,
                span.getName(),
                HexFormat.of().formatHex(span.getTraceId().toByteArray()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
