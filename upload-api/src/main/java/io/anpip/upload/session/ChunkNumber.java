package io.anpip.upload.session;

import java.util.regex.Pattern;

/** Reads the number of a chunk as a client sends it. */
public final class ChunkNumber {

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,4}");

    private ChunkNumber() {}

    /** The number, if the plan has such a chunk. Fails with {@link Refusal.NoSuchChunk} otherwise. */
    public static int parse(String sent, ChunkPlan plan) {
        if (CANONICAL.matcher(sent).matches()) {
            int number = Integer.parseInt(sent);
            if (plan.has(number)) {
                return number;
            }
        }
        throw new Refusal.NoSuchChunk(sent, plan.chunkCount()).asException();
    }
}
