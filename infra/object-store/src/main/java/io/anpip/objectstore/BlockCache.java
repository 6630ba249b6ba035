package io.anpip.objectstore;

import io.anpip.schemas.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
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
    static final int BLOCK_BYTES = 2 * 1024 * 1024;

    private static final int BLOCKS_KEPT = 8;

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
        byte[] result = new byte[(int) Math.max(0, end - offset)];
        long at = offset;
        while (at < end) {
            byte[] part = readWithinBlock(at, end);
            System.arraycopy(part, 0, result, (int) (at - offset), part.length);
            at += part.length;
        }
        return result;
    }

    /** Bytes from an offset to the end of its block, but not beyond {@code end}. */
    byte[] readWithinBlock(long offset, long end) {
        long number = offset / BLOCK_BYTES;
        CompletableFuture<byte[]> wanted = block(number);
        if ((number + 1) * BLOCK_BYTES < size) {
            block(number + 1);
        }
        byte[] block;
        try {
            block = wanted.join();
        } catch (RuntimeException failed) {
            forget(number);
            throw failed;
        }
        int from = (int) (offset - number * BLOCK_BYTES);
        int to = (int) Math.min(block.length, end - number * BLOCK_BYTES);
        return Arrays.copyOfRange(block, from, to);
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
                parts.add(store.getRange(objects.get(i), begin - starts[i], (int) (end - begin)));
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
