package io.anpip.messaging;

/**
 * An event ready for its topic.
 *
 * @param topic where it goes
 * @param key record key
 * @param type CloudEvents type
 * @param id CloudEvents id
 * @param payload JSON, UTF-8; empty ({@link #TOMBSTONE}) for a record without value
 */
public record OutgoingEvent(String topic, String key, String type, String id, byte[] payload) {

    /** The payload of a record that removes its key from a compacted topic. */
    public static final byte[] TOMBSTONE = new byte[0];

    boolean isTombstone() {
        return payload.length == 0;
    }
}
