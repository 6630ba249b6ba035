package io.anpip.upload.it;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Plays status-projector: writes its table and its topic. */
final class Projection {

    private Projection() {}

    /** Makes the table as the projector makes it. */
    static void createTable() {
        execute("create schema if not exists status");
        execute("create table if not exists status.video_status (video_id uuid primary key, status text not null,"
                + " generation int not null, sequence bigint not null, created_at timestamptz not null,"
                + " updated_at timestamptz not null default now(), deleted_at timestamptz, document jsonb not null)");
    }

    static void dropTable() {
        execute("drop schema if exists status cascade");
    }

    /** Writes the row of a video, and says so on the topic. */
    static void show(VideoDocument document) {
        write(document);
        publish(document.id().toString(), EventCodec.encodeDocument(document));
    }

    /** Writes the row of a video and says nothing. */
    static void write(VideoDocument document) {
        try (Connection connection = connect();
                PreparedStatement upsert = connection.prepareStatement(
                        "insert into status.video_status (video_id, status, generation, sequence, created_at, document)"
                                + " values (cast(? as uuid), ?, ?, ?, ?, cast(? as jsonb)) on conflict (video_id) do update set"
                                + " status = excluded.status, generation = excluded.generation, sequence = excluded.sequence,"
                                + " document = excluded.document")) {
            upsert.setString(1, document.id().toString());
            upsert.setString(2, document.status().name());
            upsert.setInt(3, document.generation());
            upsert.setLong(4, document.sequence());
            upsert.setTimestamp(5, Timestamp.from(document.createdAt()));
            upsert.setString(6, new String(EventCodec.encodeDocument(document), StandardCharsets.UTF_8));
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Takes a video off the topic. */
    static void tombstone(VideoId id) {
        publish(id.toString(), null);
    }

    /** Runs a statement, e.g. to let time pass. */
    static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Connection connect() throws SQLException {
        var postgres = LocalServers.running().addresses().postgres();
        Properties account = new Properties();
        account.setProperty("user", postgres.user());
        account.setProperty("password", postgres.password());
        return new org.postgresql.Driver().connect(postgres.jdbcUrl(), account);
    }

    // A record without value is a tombstone.
    private static void publish(String key, byte @Nullable [] value) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalServers.running().addresses().kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TopicCatalogue.STATUS, key, value))
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
