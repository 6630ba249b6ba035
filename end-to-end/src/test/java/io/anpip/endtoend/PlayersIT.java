package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The players that people use agree about our streams: each plays start, middle and end, over a seam, and in another rendition. */
@EnabledIf(value = "canRun", disabledReason = "No chromium, or no npm to fetch the players with, on the PATH.")
class PlayersIT {

    private static final Duration PAGE_LIMIT = Duration.ofSeconds(60);
    private static final double LENGTH = 24;
    private static final double SEAM = 12;

    private static Chromium chromium;
    private static Site site;
    private static JsonNode video;

    private final Set<String> troubles = new LinkedHashSet<>();

    /** A player, and which of the two manifests it reads. */
    enum Player {
        HLS_JS,
        SHAKA_HLS,
        SHAKA_DASH,
        DASH_JS,
        BARE_MSE
    }

    static boolean canRun() {
        return Chromium.isInstalled() && NpmPackage.npmIsInstalled();
    }

    @BeforeAll
    static void open() {
        site = Site.ofPlayers();
        video = SharedVideos.scenes();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void playsTheWholeStream(Player player) {
        try (Page page = chromium.browser().newPage()) {
            watch(page);
            page.navigate(site.address());
            page.evaluate(
                    "([kind, hls, dash]) => window.players.open(kind, hls, dash)",
                    List.of(player.name(), address("hls"), address("dash")));
            until(page, "v.readyState >= 2");

            assertThat(heights(page)).containsExactly(240, 360, 480, 720);
            assertThat(number(page, "v.duration")).isCloseTo(LENGTH, within(0.1));

            // From the start.
            page.evaluate("() => document.getElementById('player').play()");
            until(page, "v.currentTime > 1 && v.videoHeight === 240");

            // Over the seam between two chunks of work.
            seekTo(page, SEAM - 1);
            page.evaluate("() => { window.players.waits.length = 0; }");
            until(page, "v.currentTime > " + (SEAM + 1));
            assertThat(page.evaluate("() => window.players.waits"))
                    .as("stalls at the seam")
                    .isEqualTo(List.of());

            // In another rendition.
            page.evaluate("() => window.players.choose(720)");
            until(page, "v.videoHeight === 720");
            double now = number(page, "v.currentTime");
            until(page, "v.currentTime > " + Math.min(LENGTH - 0.1, now + 1));

            // To the end.
            seekTo(page, LENGTH - 1.5);
            until(page, "v.ended");
            assertThat(number(page, "v.currentTime")).isCloseTo(LENGTH, within(0.1));
            assertThat(number(page, "v.getVideoPlaybackQuality().corruptedVideoFrames"))
                    .isZero();
            assertThat(page.evaluate("() => window.players.complaints"))
                    .as("what the player complained of")
                    .isEqualTo(List.of());
        }
        assertThat(troubles).as("what the browser complained of").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "BARE_MSE", mode = EnumSource.Mode.EXCLUDE)
    void offersEveryTrackOfSoundAndTextAndPlaysThemToTheEnd(Player player) {
        JsonNode tracks = SharedVideos.manyTracks();
        try (Page page = chromium.browser().newPage()) {
            watch(page);
            page.navigate(site.address());
            page.evaluate(
                    "([kind, hls, dash]) => window.players.open(kind, hls, dash)",
                    List.of(
                            player.name(),
                            tracks.path("playback").path("hls").asText(),
                            tracks.path("playback").path("dash").asText()));
            until(page, "v.readyState >= 2");

            assertThat(page.evaluate("() => window.players.sounds().sort()")).isEqualTo(List.of("de", "en"));
            assertThat(page.evaluate("() => window.players.texts().sort()")).isEqualTo(List.of("de", "en"));
            page.evaluate("() => window.players.showText('en')");
            page.evaluate("() => document.getElementById('player').play()");
            until(
                    page,
                    "Array.from(v.textTracks).some((track) => Array.from(track.activeCues ?? []).some(cue =>"
                            + " cue.text.includes('Hello')))");
            page.evaluate("() => window.players.hear('de')");
            double now = number(page, "v.currentTime");
            until(page, "v.currentTime > " + (now + 0.5));
            // Over the boundary of two segments.
            seekTo(page, 5.2);
            until(page, "v.ended");
            assertThat(page.evaluate("() => window.players.complaints"))
                    .as("what the player complained of")
                    .isEqualTo(List.of());
        }
        assertThat(troubles).as("what the browser complained of").isEmpty();
    }

    private void watch(Page page) {
        page.setDefaultTimeout((double) PAGE_LIMIT.toMillis());
        page.onPageError(error -> troubles.add("Thrown: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("Console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.status() + " for " + response.url());
            }
        });
    }

    private static Set<Integer> heights(Page page) {
        Set<Integer> heights = new TreeSet<>();
        ((List<?>) page.evaluate("() => window.players.heights()")).forEach(height -> heights.add((Integer) height));
        return heights;
    }

    private static String address(String kind) {
        return video.path("playback").path(kind).asText();
    }

    private void seekTo(Page page, double seconds) {
        page.evaluate("to => { document.getElementById('player').currentTime = to; }", seconds);
        until(page, "!v.seeking && v.readyState >= 3");
    }

    /** Waits for a condition, in the page's language, on the video element v. */
    private void until(Page page, String condition) {
        try {
            page.waitForFunction(onVideo(condition));
        } catch (TimeoutError e) {
            Object state = page.evaluate(onVideo(
                    "[v.currentTime, v.readyState, v.videoHeight, v.paused, v.seeking, window.players.complaints, window.players.waits,"
                            + " Array.from(v.buffered, (none, i) => `${v.buffered.start(i)}-${v.buffered.end(i)}`)]"));
            throw new AssertionError("Never: " + condition + "; player: " + state + "; page: " + troubles, e);
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(onVideo(expression))).doubleValue();
    }

    private static String onVideo(String expression) {
        return "() => { const v = document.getElementById('player'); return " + expression + "; }";
    }
}
