package io.anpip.objectstore;

import io.anpip.failpoint.FailPoint;
import io.anpip.schemas.ObjectRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One virtual file over a row of objects, read in blocks. Keeps the last few blocks, because FFmpeg reads an index at one end and
 * media at the other, and asks for the next block before it is wanted.
 */
final class BlockCache {

    /** Large enough that a request's round trip does not matter, small enough that a seek wastes little. */
    static final int BLOCK_BYTES = 1024 * 1024;

    private static final int BLOCKS_KEPT = 4;

    /** The HTTP server of the JDK keeps, as long as a connection is there, a buffer of twice what was written to it at once. */
    private static final int WRITTEN_AT_ONCE = 32 * 1024;

    private final ObjectStore store;
    private final List<ObjectRef> objects;
    private final long[] starts;
    private final long size;
    private final Map<Long, CompletableFuture<byte[]>> blocks = new LinkedHashMap<>(16, 0.75f, true);

    BlockCache(ObjectStore store, List<ObjectRef> objects) {
        this.store = store;
        this.objects = List.copyOf(objects);
        this.starts = new long[objects.size()];
        long at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += objects.get(i).sizeBytes();
        }
        this.size = at;
    }

    long sizeBytes() {
        return size;
    }

    byte[] read(long offset, int length) {
        long end = Math.min(size, offset + length);
        ByteArrayOutputStream result = new ByteArrayOutputStream((int) Math.max(0, end - offset));
        try {
            copy(offset, end, result);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return result.toByteArray();
    }

    /** Writes a range to a stream, straight from the blocks. */
    void copy(long offset, long end, OutputStream target) throws IOException {
        long at = offset;
        while (at < end) {
            long number = at / BLOCK_BYTES;
            byte[] block = await(number);
            int from = (int) (at - number * BLOCK_BYTES);
            int length = (int) Math.min(block.length, end - number * BLOCK_BYTES) - from;
            for (int written = 0; written < length; written += WRITTEN_AT_ONCE) {
                target.write(block, from + written, Math.min(WRITTEN_AT_ONCE, length - written));
            }
            at += length;
        }
    }

    private byte[] await(long number) {
        CompletableFuture<byte[]> wanted = block(number);
        if ((number + 1) * BLOCK_BYTES < size) {
            block(number + 1);
        }
        try {
            return wanted.join();
        } catch (RuntimeException failed) {
            forget(number);
            throw failed;
        }
    }

    private synchronized CompletableFuture<byte[]> block(long number) {
        CompletableFuture<byte[]> block = blocks.get(number);
        if (block == null || block.isCompletedExceptionally()) {
            block = fetch(number * BLOCK_BYTES, Math.min(size, (number + 1) * BLOCK_BYTES));
            blocks.put(number, block);
            if (blocks.size() > BLOCKS_KEPT) {
                blocks.remove(blocks.keySet().iterator().next());
            }
        }
        return block;
    }

    private synchronized void forget(long number) {
        blocks.remove(number);
    }

    private CompletableFuture<byte[]> fetch(long from, long to) {
        List<CompletableFuture<byte[]>> parts = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            long begin = Math.max(from, starts[i]);
            long end = Math.min(to, starts[i] + objects.get(i).sizeBytes());
            if (begin < end) {
                parts.add(store.getRange(objects.get(i), begin - starts[i], (int) (end - begin))
                        .whenComplete((read, failure) -> FailPoint.SOURCE_READ.reach()));
            }
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).thenApply(done -> {
            byte[] joined = new byte[(int) (to - from)];
            int at = 0;
            for (CompletableFuture<byte[]> part : parts) {
                byte[] bytes = part.join();
                System.arraycopy(bytes, 0, joined, at, bytes.length);
                at += bytes.length;
            }
            return joined;
        });
    }
}
