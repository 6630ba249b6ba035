package io.anpip.projector.rebuild;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds records into the shadow table, a batch at a time, so that memory does not grow with the log.
 *
 * <p>Failure: what can't be decoded, folded or kept is passed over, as the live projector gives it up to the dead letters.
 */
final class Replay {

    private static final Logger LOGGER = LoggerFactory.getLogger(Replay.class);
    // The classes that tell of the data: bad data, broken rule.
    private static final Set<String> REFUSED = Set.of("22", "23");

    private final Connection connection;
    private final ShadowTable shadow;
    private final Set<VideoId> touched = new HashSet<>();
    private long read;
    private long passedOver;

    Replay(Connection connection, ShadowTable shadow) {
        this.connection = connection;
        this.shadow = shadow;
    }

    long read() {
        return read;
    }

    long passedOver() {
        return passedOver;
    }

    /** The videos that events were folded for since the last call. */
    Set<VideoId> takeTouched() {
        Set<VideoId> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    /** As {@link #read(List)}, and remembers which videos it was. */
    void readNoting(List<ConsumerRecord<String, byte[]>> records) {
        for (VideoEvent event : fold(records)) {
            touched.add(event.videoId());
        }
    }

    void read(List<ConsumerRecord<String, byte[]>> records) {
        fold(records);
    }

    private List<VideoEvent> fold(List<ConsumerRecord<String, byte[]>> records) {
        List<VideoEvent> events = new ArrayList<>();
        Map<VideoId, Long> sequences = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            read++;
            if (record.topic().equals(TopicCatalogue.STATUS)) {
                Optional<VideoId> id = VideoId.parse(record.key());
                long sequence = sequenceOf(record);
                if (id.isPresent() && sequence > 0) {
                    sequences.merge(id.get(), sequence, Math::max);
                }
            } else {
                event(record).ifPresentOrElse(events::add, () -> passedOver++);
            }
        }
        try {
            if (!sequences.isEmpty()) {
                shadow.shown(sequences);
            }
            if (!events.isEmpty()) {
                keep(events);
            }
        } catch (SQLException trouble) {
            throw new RebuildFailed("The database failed: " + trouble.getMessage(), trouble);
        }
        return events;
    }

    private void keep(List<VideoEvent> events) throws SQLException {
        Optional<Savepoint> before =
                connection.getAutoCommit() ? Optional.empty() : Optional.of(connection.setSavepoint());
        try {
            Map<VideoId, ProjectedVideo> states = new HashMap<>(shadow.states(
                    events.stream().map(VideoEvent::videoId).distinct().toList()));
            Map<VideoId, ProjectedVideo> changed = new HashMap<>();
            for (VideoEvent event : events) {
                ProjectedVideo state = Optional.ofNullable(states.get(event.videoId()))
                        .orElseGet(() -> ProjectedVideo.unknown(event.videoId()));
                ProjectedVideo after = folded(state, event);
                if (!after.equals(state) || !states.containsKey(event.videoId())) {
                    states.put(event.videoId(), after);
                    changed.put(event.videoId(), after);
                }
            }
            if (!changed.isEmpty()) {
                shadow.fold(changed.values());
            }
        } catch (SQLException refused) {
            if (!REFUSED.contains(classOf(refused))) {
                throw refused;
            }
            if (before.isPresent()) {
                connection.rollback(before.get());
            }
            keepOneByOne(events, refused);
        }
    }

    /** One of them can't be kept: the others can. */
    private void keepOneByOne(List<VideoEvent> events, SQLException refused) throws SQLException {
        if (events.size() == 1) {
            passedOver++;
            LOGGER.warn(
                    "{} of video {} can't be kept: {}",
                    events.getFirst().getClass().getSimpleName(),
                    events.getFirst().videoId(),
                    refused.getMessage());
            return;
        }
        for (VideoEvent event : events) {
            keep(List.of(event));
        }
    }

    private ProjectedVideo folded(ProjectedVideo state, VideoEvent event) {
        try {
            return state.apply(event);
        } catch (RuntimeException broken) {
            // Pure code that fails will fail again; live, the event is a dead letter.
            passedOver++;
            LOGGER.warn("{} of video {} can't be folded", event.getClass().getSimpleName(), event.videoId(), broken);
            return state;
        }
    }

    private static Optional<VideoEvent> event(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_type");
        String type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        return record.value() == null || EventType.named(type).isEmpty()
                ? Optional.empty()
                : EventCodec.decode(type, record.value());
    }

    /** Of a whole document only this is wanted; 0 for a tombstone. */
    private static long sequenceOf(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return 0;
        }
        try (JsonParser json = EventCodec.mapper().createParser(record.value())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return 0;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("sequence");
                json.nextToken();
                if (wanted) {
                    return json.getValueAsLong();
                }
                json.skipChildren();
            }
            return 0;
        } catch (IOException noJson) {
            return 0;
        }
    }

    private static String classOf(SQLException refused) {
        String state = refused.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** Before every id there is. */
    static final UUID FIRST = new UUID(0, 0);
}
