package io.anpip.transcode.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransfersTest {

    @Test
    void keepsItsBoundAndTheOrderOfResults() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Supplier<CompletableFuture<Integer>>> transfers = IntStream.range(0, 200)
                    .mapToObj(number -> (Supplier<CompletableFuture<Integer>>) () -> {
                        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        return CompletableFuture.supplyAsync(
                                () -> {
                                    Thread.yield();
                                    underWay.decrementAndGet();
                                    return number;
                                },
                                threads);
                    })
                    .toList();

            List<Integer> results = new Transfers(4).all(transfers);

            assertThat(results)
                    .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
            assertThat(most.get()).isBetween(1, 4);
        }
    }

    @Test
    void failsWithTheFirstFailure() {
        List<Supplier<CompletableFuture<String>>> transfers = List.of(
                () -> CompletableFuture.completedFuture("fine"),
                () -> CompletableFuture.failedFuture(new IllegalStateException("the store is away")));

        assertThatThrownBy(() -> new Transfers(2).all(transfers))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("the store is away");
    }
}
