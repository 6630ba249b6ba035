package io.anpip.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndMarkersTest {

    private static final VideoId VIDEO = VideoId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant ENDED = Instant.parse("2026-11-01T10:00:00.123456789Z");

    @Test
    void aMarkerGivesBackTheVeryEventThatWasWritten() {
        VideoEvent event = published("first");

        assertThat(EndMarkers.decode(EndMarkers.encode(event))).contains(event);
    }

    @Test
    void aMarkerNamesTheTypeOfItsEvent() {
        var failed = new ThumbnailsFailed(VIDEO, 2, new Failure(FailureKind.PERMANENT, "It is broken."), ENDED);

        assertThat(new String(EndMarkers.encode(failed), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"type\":\"io.anpip.video.thumbnails.failed.v1\",\"event\":{\"videoId\":\"" + VIDEO + "\"");
    }

    @Test
    void bytesThatAreNoMarkerHoldNoEvent() {
        assertThat(EndMarkers.decode("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(EndMarkers.decode("not json".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void theOwnMarkerMetAgainIsStillOurs() {
        VideoEvent ours = published("first");
        VideoEvent readBack = EndMarkers.decode(EndMarkers.encode(ours)).orElseThrow();

        assertThat(EndMarkers.compare(ours, readBack)).isEqualTo(new Ended.Ours(ours));
    }

    @Test
    void theMarkerOfAnotherAttemptIsTheirs() {
        VideoEvent theirs = published("first");

        assertThat(EndMarkers.compare(published("second"), theirs)).isEqualTo(new Ended.Theirs(theirs));
    }

    private static ThumbnailsPublished published(String attempt) {
        var poster = new ObjectRef("media", "videos/" + VIDEO + "/g1/thumbnails/" + attempt + "/poster.jpg", 10, "e");
        return new ThumbnailsPublished(
                VIDEO, 1, List.of(new Picture(poster, 320, 180)), Optional.empty(), Optional.empty(), ENDED);
    }
}
