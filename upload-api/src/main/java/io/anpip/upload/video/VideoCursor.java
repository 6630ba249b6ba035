package io.anpip.upload.video;

import io.anpip.schemas.VideoId;
import io.anpip.upload.session.Refusal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Remembers where a page of videos ended. Ids are made in the order of time (UUIDv7), so the last id of a page is all
 * there is to it; clients get it encoded, with a version in front, because what it holds is none of their business.
 */
public record VideoCursor(VideoId last) {

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + 2 * Long.BYTES;

    /** The text for the client. */
    public String encoded() {
        UUID id = last.value();
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The cursor of a text that came back. Fails with {@link Refusal.MalformedCursor} when it is none of ours. */
    public static VideoCursor decode(String text) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal.MalformedCursor().asException();
        }
        if (bytes.remaining() != LENGTH || bytes.get() != VERSION) {
            throw new Refusal.MalformedCursor().asException();
        }
        return new VideoCursor(new VideoId(new UUID(bytes.getLong(), bytes.getLong())));
    }
}
