package io.anpip.objectstore;

/**
 * The three buckets: what clients put, what workers keep among themselves, and what players may read.
 *
 * @param uploads chunks, put by clients through presigned URLs
 * @param work sources, plans, attempts and markers; never served
 * @param media playlists, segments and pictures; served at {@code /media}
 */
public record Buckets(String uploads, String work, String media) {

    /** The buckets whose names begin with this prefix. */
    public static Buckets withPrefix(String prefix) {
        return new Buckets(prefix + "uploads", prefix + "work", prefix + "media");
    }
}
