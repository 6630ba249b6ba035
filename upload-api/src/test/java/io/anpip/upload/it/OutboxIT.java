package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.schemas.VideoId;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows of transactions that commit in another order than they began. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aSlowTransactionsRowIsPublishedThoughLaterOnesWentBefore() throws SQLException {
        String slow = new VideoId(UUID.randomUUID()).toString();
        String quick = new VideoId(UUID.randomUUID()).toString();
        try (Connection transaction = Projection.connect()) {
            transaction.setAutoCommit(false);
            insert(transaction, slow);
            try (Connection other = Projection.connect()) {
                insert(other, quick);
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(eventIds(quick)).containsExactly("event-" + quick));
            assertThat(eventIds(slow)).isEmpty();
            transaction.commit();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eventIds(slow)).containsExactly("event-" + slow));
    }

    private static List<String> eventIds(String key) {
        return UploadEvents.records(key).stream()
                .map(record -> UploadEvents.header(record, "ce_id"))
                .toList();
    }

    private static void insert(Connection connection, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into uploads.outbox_record (topic, record_key, event_type, event_id, payload)"
                        + " values ('video.uploads.v1', ?, 'io.anpip.video.test.v1', ?, '\\x7b7d')")) {
            insert.setString(1, key);
            insert.setString(2, "event-" + key);
            insert.executeUpdate();
        }
    }
}
