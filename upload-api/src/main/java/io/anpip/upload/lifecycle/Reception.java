package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoId;
import io.anpip.upload.intake.PromisedDigest;
import io.anpip.upload.intake.Received;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Incoming;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.storage.ChunkStorage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of one request and stores them as chunks. One chunk is filled while the one before it is on its way into the store, no more
 * than these two are in memory; meanwhile the connection is not read. At the end, and when the connection is cut, the beginning of a chunk is
 * kept as it is.
 *
 * <p>Threading: everything happens on the event loop of the request.
 */
final class Reception {

    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final VideoId id;
    private final ChunkPlan plan;
    private final ChunkStorage storage;
    private final IntakeMemory memory;
    private final Function<StoredChunk, Uni<Void>> note;
    private final ReadStream<Buffer> body;
    private final Optional<PromisedDigest> promised;
    private final Optional<MessageDigest> digest;
    private final List<StoredChunk> unproved = new ArrayList<>();
    private final Context context;
    private final Duration idle;
    private final CompletableFuture<Received> end = new CompletableFuture<>();

    private long skip;
    private int number;
    private byte[] bytes = new byte[0];
    private int filled;
    private boolean fresh;
    /** Whether there is room for the next byte; not while memory or the store is waited for. */
    private boolean ready;

    private CompletableFuture<Void> putting = CompletableFuture.completedFuture(null);
    private @Nullable Buffer rest;
    private long lastByteAt = System.nanoTime();
    private long timer;
    private boolean closing;
    private boolean finished;
    private Optional<Refusal> why = Optional.empty();

    Reception(
            Incoming to,
            long skip,
            ReadStream<Buffer> body,
            Optional<PromisedDigest> promised,
            ChunkStorage storage,
            IntakeMemory memory,
            Function<StoredChunk, Uni<Void>> note,
            Context context,
            Duration idle) {
        this.id = to.id();
        this.plan = to.plan();
        this.skip = skip;
        this.body = body;
        this.promised = promised;
        this.digest = promised.map(PromisedDigest::begin);
        this.storage = storage;
        this.memory = memory;
        this.note = note;
        this.context = context;
        this.idle = idle;
    }

    /** Begins where the upload stands; answers how far it has come when the request is over. */
    CompletionStage<Received> from(Received start) {
        number = start.nextChunk();
        timer = context.owner().setPeriodic(Math.max(1, idle.toMillis() / 4), ignored -> watch());
        body.exceptionHandler(cut -> close(Optional.empty()));
        body.endHandler(ended -> close(Optional.empty()));
        body.handler(this::data);
        if (start.tailBytes() == 0) {
            nextChunk(new byte[0]);
        } else {
            storage.tail(id, number).subscribe().with(this::nextChunk, this::fail);
        }
        return end;
    }

    /**
     * Keeps what there is and ends, because another request goes on with the upload. What of a cut connection is still on its way to here is
     * waited for, a moment and no longer.
     */
    CompletionStage<Received> stop() {
        long latest = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        context.runOnContext(ignored -> stopOnceSilent(latest));
        return end;
    }

    private void stopOnceSilent(long latest) {
        long now = System.nanoTime();
        boolean silent = ready && now - lastByteAt > SILENCE.toNanos();
        if (silent || now > latest) {
            close(Optional.of(new Refusal.AlreadyReceiving()));
        } else if (!finished) {
            context.owner().setTimer(SILENCE.toMillis() / 2, ignored -> stopOnceSilent(latest));
        }
    }

    private void nextChunk(byte[] tail) {
        if (!plan.has(number)) {
            bytes = new byte[0];
            filled = 0;
            goOn();
            return;
        }
        int size = Math.toIntExact(plan.sizeOf(number));
        memory.take(size)
                .subscribe()
                .with(
                        taken -> {
                            if (finished) {
                                memory.giveBack(size);
                                return;
                            }
                            bytes = Arrays.copyOf(tail, size);
                            filled = tail.length;
                            fresh = false;
                            goOn();
                        },
                        this::fail);
    }

    /** Works off what was left of the last piece, then reads on. */
    private void goOn() {
        if (finished) {
            return;
        }
        Buffer left = rest;
        rest = null;
        if (left != null) {
            data(left);
        }
        boolean hasRoom = rest == null && filled < bytes.length;
        if (!finished && (hasRoom || !plan.has(number))) {
            ready = true;
            body.resume();
            if (closing) {
                finishIfReady();
            }
        }
    }

    private void finishIfReady() {
        if (ready && !finished) {
            finish();
        }
    }

    private void data(Buffer piece) {
        if (finished) {
            return;
        }
        lastByteAt = System.nanoTime();
        int position = (int) Math.min(skip, piece.length());
        skip -= position;
        int taken = Math.min(piece.length() - position, bytes.length - filled);
        if (taken > 0) {
            piece.getBytes(position, position + taken, bytes, filled);
            hash(filled, taken);
            filled += taken;
            position += taken;
            fresh = true;
        }
        boolean hasMore = position < piece.length();
        if (bytes.length > 0 && filled == bytes.length) {
            rest = hasMore ? piece.slice(position, piece.length()) : null;
            ready = false;
            body.pause();
            storeWhole();
        } else if (hasMore) {
            fail(new Refusal.WrongSize(plan.sizeBytes()).asException());
        }
    }

    private void hash(int from, int count) {
        digest.ifPresent(running -> running.update(bytes, from, count));
    }

    private void storeWhole() {
        byte[] whole = bytes;
        int done = number;
        bytes = new byte[0];
        filled = 0;
        // The one before has to be there first: then two are in memory, and no more.
        putting.whenComplete((stored, failure) -> {
            if (failure != null) {
                memory.giveBack(whole.length);
                fail(failure);
                return;
            }
            putting = put(done, whole);
            number = done + 1;
            nextChunk(new byte[0]);
        });
    }

    private CompletableFuture<Void> put(int chunk, byte[] whole) {
        return storage.put(id, chunk, whole)
                .chain(stored -> {
                    if (promised.isEmpty()) {
                        return note.apply(stored);
                    }
                    // Nobody hears of it before its checksum is known to be right.
                    unproved.add(stored);
                    return Uni.createFrom().voidItem();
                })
                .onTermination()
                .invoke(() -> memory.giveBack(whole.length))
                .subscribeAsCompletionStage();
    }

    private void watch() {
        // While the store or memory is waited for it is not the sender who is silent.
        if (!ready) {
            lastByteAt = System.nanoTime();
        } else if (System.nanoTime() - lastByteAt > idle.toNanos()) {
            close(Optional.of(new Refusal.SenderSilent()));
        }
    }

    private void close(Optional<Refusal> reason) {
        if (!closing && !finished) {
            closing = true;
            why = reason;
            // What is left of a piece is worked off first, and a chunk whose memory is waited for is not there yet.
            finishIfReady();
        }
    }

    private void finish() {
        finished = true;
        context.owner().cancelTimer(timer);
        byte[] begun = Arrays.copyOf(bytes, filled);
        int held = bytes.length;
        int of = number;
        bytes = new byte[0];
        putting.whenComplete((stored, failure) -> {
            if (failure != null) {
                memory.giveBack(held);
                end.completeExceptionally(failure);
                return;
            }
            proved().chain(() -> fresh && begun.length > 0
                            ? storage.keepTail(id, of, begun)
                            : Uni.createFrom().voidItem())
                    .onTermination()
                    .invoke(() -> memory.giveBack(held))
                    .subscribe()
                    .with(
                            done -> why.ifPresentOrElse(
                                    refusal -> end.completeExceptionally(refusal.asException()),
                                    () -> end.complete(new Received(plan, of - 1, begun.length))),
                            end::completeExceptionally);
        });
    }

    /** What was promised is kept, or nothing of it stays: then the upload stands where it stood. */
    private Uni<Void> proved() {
        if (promised.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return digest.filter(promised.get()::isKeptBy).isPresent()
                ? each(stored -> note.apply(stored))
                : withdrawUnproved()
                        .chain(() -> Uni.createFrom().failure(new Refusal.ChecksumMismatch().asException()));
    }

    private void fail(Throwable failure) {
        if (finished) {
            return;
        }
        finished = true;
        context.owner().cancelTimer(timer);
        memory.giveBack(bytes.length);
        bytes = new byte[0];
        rest = null;
        putting.whenComplete((stored, putFailure) -> withdrawUnproved()
                .subscribe()
                .with(done -> end.completeExceptionally(failure), ignored -> end.completeExceptionally(failure)));
    }

    private Uni<Void> withdrawUnproved() {
        return each(stored -> storage.remove(id, stored.number()));
    }

    private Uni<Void> each(Function<StoredChunk, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(unproved)
                .onItem()
                .transformToUniAndConcatenate(stored -> step.apply(stored).replaceWith(stored))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
