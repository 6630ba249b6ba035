package io.anpip.transcode.janitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.objectstore.ListedObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant OLD = NOW.minusSeconds(3600);

    private static List<ListedObject> objects(Instant at, String... keys) {
        return Stream.of(keys)
                .map(key -> new ListedObject("videos/v/" + key, 1, at))
                .toList();
    }

    private static List<String> work(Map<String, String> markers, List<ListedObject> listing) {
        return keys(new Leftovers(listing, List.of(), key -> Optional.ofNullable(markers.get(key))).inWork(NOW));
    }

    private static List<String> keys(List<ListedObject> objects) {
        return objects.stream()
                .map(object -> object.key().substring("videos/v/".length()))
                .toList();
    }

    @Test
    void anAttemptIsLeftOverOnceItsStageHasEnded() {
        assertThat(work(Map.of(), objects(OLD, "g1/plan.json", "g1/attempts/chunk-0/a/x", "g1/transcode.json")))
                .containsExactly("g1/attempts/chunk-0/a/x");
        assertThat(work(Map.of(), objects(OLD, "g1/plan.json", "g1/attempts/chunk-0/a/x")))
                .isEmpty();
    }

    @Test
    void anAttemptIsLeftOverOnceALaterGenerationHasBegun() {
        assertThat(work(Map.of(), objects(OLD, "g1/attempts/chunk-0/a/x", "g2/source.json", "g2/attempts/chunk-0/b/x")))
                .containsExactly("g1/attempts/chunk-0/a/x");
    }

    @Test
    void whatSaysThatAPosterWasBegunIsLeftOverOnceThePosterIsThere() {
        assertThat(work(Map.of(), objects(OLD, "chosen/poster-3.json", "chosen/begun/poster-3/p/a")))
                .containsExactly("chosen/begun/poster-3/p/a");
        assertThat(work(Map.of(), objects(OLD, "chosen/poster-2.json", "chosen/begun/poster-3/p/a")))
                .isEmpty();
    }

    @Test
    void whatIsYoungIsLeftAlone() {
        List<ListedObject> listing = Stream.concat(
                        objects(OLD, "g1/transcode.json").stream(),
                        objects(NOW.plusSeconds(1), "g1/attempts/chunk-0/a/x").stream())
                .toList();
        assertThat(work(Map.of(), listing)).isEmpty();
    }

    @Test
    void ofCombinedSourcesTheOneTheMarkerNamesStays() {
        List<ListedObject> listing = objects(OLD, "source.json", "source/a/original", "source/b/original");
        assertThat(work(Map.of("videos/v/source.json", "{\"key\":\"videos/v/source/b/original\"}"), listing))
                .containsExactly("source/a/original");
        assertThat(work(Map.of(), listing)).as("before the marker is written").isEmpty();
    }

    @Test
    void ofARemovedVideoEverythingIsLeftOverButTheSignThatItWasRemoved() {
        assertThat(work(Map.of(), objects(OLD, "deleted.json", "g1/plan.json", "source/a/original")))
                .containsExactly("g1/plan.json", "source/a/original");
    }

    @Test
    void picturesOfAnAttemptThatLostAreLeftOver() {
        List<ListedObject> media = objects(
                OLD, "g1/thumbnails/won/poster.jpg", "g1/thumbnails/lost/poster.jpg", "g1/stream/240p/00001.m4s");
        Leftovers leftovers = new Leftovers(
                objects(OLD, "g1/thumbnails.json"),
                media,
                key -> key.equals("videos/v/g1/thumbnails.json")
                        ? Optional.of("{\"key\":\"videos/v/g1/thumbnails/won/poster.jpg\"}")
                        : Optional.empty());
        assertThat(keys(leftovers.inMedia(NOW))).containsExactly("g1/thumbnails/lost/poster.jpg");
    }
}
