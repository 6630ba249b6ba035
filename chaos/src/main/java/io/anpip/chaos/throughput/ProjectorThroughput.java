package io.anpip.chaos.throughput;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.chaos.checker.ProjectionComparison;
import io.anpip.chaos.process.Pipeline;
import io.anpip.localstack.LocalStackAddresses.Postgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures the projector on a pipeline of its own: events folded each second, and a rebuild of many events. */
public final class ProjectorThroughput {

    private static final int LIVE_EVENTS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final List<String> CHANNELS = List.of("UPLOADS", "SOURCES", "RENDITIONS", "THUMBNAILS", "CHAPTERS");

    private final Pipeline pipeline;

    public ProjectorThroughput(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** What was measured, as a line for people. */
    public List<String> measure(int rebuildEvents) throws IOException, InterruptedException, SQLException {
        String kafka = pipeline.servers().kafkaBootstrap();
        pipeline.projector().kill();
        SampleLives.write(kafka, LIVE_EVENTS);
        pipeline.projector().restart();
        pipeline.projector().awaitReady();
        long begun = System.nanoTime();
        long before = changes();
        long first = before;
        long last = begun;
        while (System.nanoTime() - last < Duration.ofSeconds(5).toNanos()
                && System.nanoTime() - begun < LIMIT.toNanos()) {
            Thread.sleep(Duration.ofMillis(250));
            long now = changes();
            if (now != before) {
                before = now;
                last = System.nanoTime();
            }
        }
        double seconds = (last - begun) / 1e9;
        String live = String.format(
                "projector: %d events, %d of them folded after it was ready, in %.1f s: %.0f events a second",
                LIVE_EVENTS, before - first, seconds, (before - first) / seconds);

        pipeline.projector().kill();
        SampleLives.write(kafka, rebuildEvents - LIVE_EVENTS);
        Map<String, String> deaf = new HashMap<>();
        CHANNELS.forEach(channel -> deaf.put("MP_MESSAGING_INCOMING_" + channel + "_IN_ENABLED", "false"));
        pipeline.projector().restart(deaf);
        pipeline.projector().awaitReady();
        Optional<JsonNode> report = ProjectionComparison.of(pipeline);
        String rebuild = report.map(found -> String.format(
                        "rebuild: %d events, %d videos, in %.1f s: %.0f events a second",
                        found.path("eventsRead").asLong(),
                        found.path("comparison").path("videos").asLong(),
                        found.path("seconds").asDouble(),
                        found.path("eventsRead").asLong()
                                / found.path("seconds").asDouble()))
                .orElse("rebuild: did not come to its end");
        return List.of(live, rebuild);
    }

    /** How often rows of the projection were written: an event that says something new is one write, a row's first is two. */
    private long changes() throws SQLException {
        Postgres postgres = pipeline.servers().postgres();
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select coalesce(sum(n_tup_upd), 0) from pg_stat_user_tables where schemaname = 'status' and relname = 'video_status'")) {
            result.next();
            return result.getLong(1);
        }
    }
}
