package io.anpip.upload.storage;

import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.settings.UploadConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of the object store with an end to the waiting.
 *
 * <p>Threading: answers come back on the event loop of the caller. Failure: {@link Refusal.StoreAway} when the store
 * takes too long.
 */
@ApplicationScoped
class StoreCalls {

    private static final Logger LOGGER = LoggerFactory.getLogger(StoreCalls.class);

    private final UploadConfig config;

    StoreCalls(UploadConfig config) {
        this.config = config;
    }

    <T> Uni<T> answer(Supplier<CompletionStage<T>> call) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<T> answer = Uni.createFrom()
                    .completionStage(call)
                    .ifNoItem()
                    .after(config.storeTimeout())
                    .fail()
                    .onFailure()
                    .transform(StoreCalls::away);
            return caller == null ? answer : answer.emitOn(task -> caller.runOnContext(ignored -> task.run()));
        });
    }

    private static RefusedException away(Throwable trouble) {
        LOGGER.warn("The object store does not answer: {}", trouble.toString());
        return new Refusal.StoreAway().asException();
    }
}
