package io.anpip.upload.lifecycle;

import io.anpip.messaging.DeadLetterKind;
import io.anpip.upload.deadletter.DeadLetter;
import io.anpip.upload.deadletter.DeadLetterPlace;
import io.anpip.upload.deadletter.DeadLetterTopics;
import io.anpip.upload.deadletter.Redrive;
import io.anpip.upload.persistence.RedrivenDeadLetters;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Shows operators what was given up, and sends it on its way again.
 *
 * <p>Idempotence: a dead letter is dealt with once; a second wish is answered with what became of the first. Threading: Kafka is read on
 * worker threads.
 */
@ApplicationScoped
public class DeadLetters {

    private final DeadLetterTopics topics;
    private final RedrivenDeadLetters redriven;
    private final Reprocessing reprocessing;
    private final Vertx vertx;

    public DeadLetters(DeadLetterTopics topics, RedrivenDeadLetters redriven, Reprocessing reprocessing, Vertx vertx) {
        this.vertx = vertx;
        this.topics = topics;
        this.redriven = redriven;
        this.reprocessing = reprocessing;
    }

    /** A dead letter, and what became of it if it was dealt with. */
    public record Shown(DeadLetter letter, Optional<Redrive> redrive) {}

    /** The newest, those that wait for somebody alone unless all are asked for. */
    public Uni<List<Shown>> list(boolean all, int limit) {
        return onWorker(topics::all)
                .chain(letters -> redriven.all()
                        .map(done -> letters.stream()
                                .map(letter -> new Shown(letter, Optional.ofNullable(done.get(letter.place()))))
                                .filter(shown -> all || shown.redrive().isEmpty())
                                .sorted(Comparator.comparing(
                                                (Shown shown) -> shown.letter().at())
                                        .reversed())
                                .limit(limit)
                                .toList()));
    }

    /** One of them. Fails with {@link Refusal.NoSuchDeadLetter}. */
    public Uni<Shown> read(DeadLetterPlace place) {
        return letter(place).chain(letter -> redriven.find(place).map(done -> new Shown(letter, done)));
    }

    /** Sends one on its way again. Fails with {@link Refusal.NoSuchDeadLetter}. */
    public Uni<Redrive> redrive(DeadLetterPlace place) {
        return redriven.find(place)
                .chain(done -> done.map(earlier -> Uni.createFrom().item(earlier))
                        .orElseGet(() ->
                                letter(place).chain(this::begin).call(outcome -> redriven.remember(place, outcome))));
    }

    /** What is parked is read again as it is; what has failed is made again, because its generation has ended. */
    private Uni<Redrive> begin(DeadLetter letter) {
        if (letter.kind() == DeadLetterKind.PARKED) {
            return onWorker(() -> {
                topics.publishAgain(letter);
                return Redrive.PUBLISHED_AGAIN;
            });
        }
        return letter.videoId()
                .map(id -> reprocessing
                        .begin(id, Optional.empty())
                        .replaceWith(Redrive.REPROCESSED)
                        .onFailure(DeadLetters::isInWorkOrGone)
                        .recoverWithItem(Redrive.NOT_NEEDED))
                .orElseGet(() -> Uni.createFrom().item(Redrive.NOT_NEEDED));
    }

    private static boolean isInWorkOrGone(Throwable failure) {
        return failure instanceof RefusedException refused
                && (refused.refusal() instanceof Refusal.VideoNotAtEnd
                        || refused.refusal() instanceof Refusal.NoSuchVideo
                        || refused.refusal() instanceof Refusal.NoSuchUpload);
    }

    private Uni<DeadLetter> letter(DeadLetterPlace place) {
        return onWorker(() -> topics.at(place))
                .map(found -> found.orElseThrow(() -> new Refusal.NoSuchDeadLetter().asException()));
    }

    /** Kafka is waited for on a worker thread, and what follows runs where the request does. */
    private <T> Uni<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
