package io.anpip.upload.session;

import io.anpip.schemas.VideoId;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the objects of an upload. Keys are made from ids and numbers only, never from what a client calls its file. */
public final class ChunkKey {

    private static final Pattern CHUNK = Pattern.compile("uploads/[0-9a-f-]{36}/(?:chunks|tails)/([0-9]{5})");

    private ChunkKey() {}

    /** What the keys of all objects of an upload begin with. */
    public static String prefixOf(VideoId id) {
        return "uploads/" + id + '/';
    }

    /** What the keys of all chunks of an upload begin with. */
    public static String chunksOf(VideoId id) {
        return prefixOf(id) + "chunks/";
    }

    /** The key of one chunk. */
    public static String of(VideoId id, int number) {
        return chunksOf(id) + String.format(Locale.ROOT, "%05d", number);
    }

    /** What the keys of the beginnings of chunks start with. */
    public static String tailsOf(VideoId id) {
        return prefixOf(id) + "tails/";
    }

    /** The key of the beginning of a chunk whose rest has not come. */
    public static String tailOf(VideoId id, int number) {
        return tailsOf(id) + String.format(Locale.ROOT, "%05d", number);
    }

    /** The key of the list that names all chunks in order. */
    public static String listOf(VideoId id) {
        return prefixOf(id) + "chunks.json";
    }

    /** The number in the key of a chunk or of its beginning, if it is one. */
    public static OptionalInt numberIn(String key) {
        Matcher matcher = CHUNK.matcher(key);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
