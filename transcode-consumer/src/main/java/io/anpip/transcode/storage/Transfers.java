package io.anpip.transcode.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Moves many objects at a time, but not more than a bound: what is in memory of them stays bounded too. */
public final class Transfers {

    private final int atOnce;

    public Transfers(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Starts every transfer as its turn comes and waits for all; answers their results in order. Fails with the first failure. */
    public <T> List<T> all(List<Supplier<CompletableFuture<T>>> transfers) {
        Semaphore turns = new Semaphore(atOnce);
        List<CompletableFuture<T>> started = new ArrayList<>(transfers.size());
        for (Supplier<CompletableFuture<T>> transfer : transfers) {
            turns.acquireUninterruptibly();
            started.add(transfer.get().whenComplete((result, failure) -> turns.release()));
        }
        CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).join();
        return started.stream().map(CompletableFuture::join).toList();
    }
}
