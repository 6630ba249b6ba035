package io.anpip.upload.persistence;

import io.anpip.upload.deadletter.DeadLetterPlace;
import io.anpip.upload.deadletter.Redrive;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Remembers which dead letters were dealt with, and how. */
@ApplicationScoped
public class RedrivenDeadLetters {

    private static final String ALL =
            "select topic, partition, record_offset, outcome from uploads.redriven_dead_letter";
    private static final String ONE = ALL + " where topic = $1 and partition = $2 and record_offset = $3";
    private static final String REMEMBER = """
            insert into uploads.redriven_dead_letter (topic, partition, record_offset, outcome) values ($1, $2, $3, $4)
            on conflict do nothing""";

    private final Pool pool;

    public RedrivenDeadLetters(Pool pool) {
        this.pool = pool;
    }

    /** All of them. */
    public Uni<Map<DeadLetterPlace, Redrive>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(RedrivenDeadLetters::place, RedrivenDeadLetters::outcome)));
    }

    /** What became of one, if it was dealt with. */
    public Uni<Optional<Redrive>> find(DeadLetterPlace place) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(place.topic(), place.partition(), place.offset()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(RedrivenDeadLetters::outcome));
    }

    /** Notes what became of one. */
    public Uni<Void> remember(DeadLetterPlace place, Redrive outcome) {
        return pool.preparedQuery(REMEMBER)
                .execute(Tuple.of(place.topic(), place.partition(), place.offset(), outcome.name()))
                .replaceWithVoid();
    }

    private static DeadLetterPlace place(Row row) {
        return new DeadLetterPlace(row.getString("topic"), row.getInteger("partition"), row.getLong("record_offset"));
    }

    private static Redrive outcome(Row row) {
        return Redrive.valueOf(row.getString("outcome"));
    }
}
