package io.anpip.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * A failure strategy: the connector's dead-letter queue for what was given up, and no answer for what a stop has cut short. Its offset is
 * then not committed, and the record is read again after the start. The connector's own strategy makes no difference between the two: at a
 * stop it sends every record that still waits for a worker to the dead letters.
 */
@ApplicationScoped
@Identifier("dead-letter-unless-stopping")
public class DeadLetterUnlessStopping implements KafkaFailureHandler.Factory {

    private final KafkaFailureHandler.Factory deadLetters;

    DeadLetterUnlessStopping(
            @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new Handler(deadLetters.create(config, vertx, consumer, reportFailure));
    }

    /** Whether a stop has kept the record from being handled: no worker took it, or the worker was interrupted while it waited. */
    static boolean isStop(Throwable reason) {
        return Stream.iterate(reason, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(
                        cause -> cause instanceof RejectedExecutionException || cause instanceof InterruptedException);
    }

    /** What the connector itself does not tell; a failure nobody has judged is a fault of ours that the record is parked for. */
    static OutgoingKafkaRecordMetadata<Object> headersFor(Throwable reason) {
        Optional<GivenUp> judged = Stream.iterate(reason, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(GivenUp.class::isInstance)
                .map(GivenUp.class::cast)
                .findFirst();
        return OutgoingKafkaRecordMetadata.builder()
                .addHeaders(
                        header(
                                DeadLetterHeaders.KIND,
                                judged.map(GivenUp::kind)
                                        .orElse(DeadLetterKind.PARKED)
                                        .name()),
                        header(
                                DeadLetterHeaders.ATTEMPTS,
                                Integer.toString(judged.map(GivenUp::attempts).orElse(1))))
                .build();
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private record Handler(KafkaFailureHandler deadLetters) implements KafkaFailureHandler {

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            return isStop(reason)
                    ? Uni.createFrom().voidItem()
                    : deadLetters.handle(record, reason, Metadata.of(headersFor(reason)));
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
        }
    }
}
