package io.anpip.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Videos of the shared pipeline that several tests look at and none changes. */
final class SharedVideos {

    private static @Nullable JsonNode scenes;
    private static @Nullable JsonNode manyTracks;

    private SharedVideos() {}

    /** The document of {@link Clips#scenes()}, READY. */
    static synchronized JsonNode scenes() {
        JsonNode known = scenes;
        if (known == null) {
            ApiUser user = Pipeline.shared().user();
            known = user.awaitReady(user.upload(Clips.scenes()), Duration.ofMinutes(4));
            scenes = known;
        }
        return known;
    }

    /** The document of {@link Clips#manyTracks()}, READY. */
    static synchronized JsonNode manyTracks() {
        JsonNode known = manyTracks;
        if (known == null) {
            ApiUser user = Pipeline.shared().user();
            known = user.awaitReady(user.upload(Clips.manyTracks()), Duration.ofMinutes(4));
            manyTracks = known;
        }
        return known;
    }
}
