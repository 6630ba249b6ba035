package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The watch page in a real browser: it plays, seeks, changes the rendition, shows chapters, previews and failures. */
@EnabledIf(value = "chromiumIsInstalled", disabledReason = "No chromium on the PATH to open the watch page with.")
class WatchPageIT {

    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(60);
    private static final double LENGTH = 24;
    /** Between the two chunks of work that the clip is encoded in; the third scene begins here too. */
    private static final double SEAM = 12;
    /** In the third scene, whose colour bars are green in the middle; none of the other scenes has that. */
    private static final double IN_THE_BARS = 15;

    private static Chromium chromium;
    private static ApiUser user;
    private static JsonNode video;

    private final Set<String> troubles = new LinkedHashSet<>();
    private Page page;

    static boolean chromiumIsInstalled() {
        return Chromium.isInstalled();
    }

    @BeforeAll
    static void uploadAndLaunch() {
        user = Pipeline.shared().user();
        video = SharedVideos.scenes();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void endBrowser() {
        chromium.close();
    }

    @BeforeEach
    void openTab() {
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1280, 800))
                .newPage();
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

    @AfterEach
    void closeTab() {
        page.context().close();
        assertThat(troubles).as("what the browser complained about").isEmpty();
    }

    @Test
    void thePosterIsShownBeforePlaying() {
        open(video);
        String poster = (String) page.evaluate("() => document.getElementById('player').poster");
        assertThat(poster).endsWith("-1280x720.jpg");

        Picture expected = Picture.of(user.getBytes(poster).body());
        Awaitility.await("the poster on the page")
                .pollInSameThread()
                .atMost(PAGE_LIMIT)
                .until(() -> shotOf(page.locator("#player")).looksAtItsTopLike(expected));
        assertThat(number("v.paused && v.currentTime === 0 ? 1 : 0")).isOne();
    }

    @Test
    void theVideoAndItsSoundCanBeSaved() {
        open(video);

        Locator links = page.locator("#downloads a");
        links.first().waitFor();
        assertThat(links.allTextContents()).hasSize(2);
        assertThat(page.locator("#downloads a[data-kind=video]").textContent()).startsWith("Save video (");
        assertThat(page.waitForDownload(page.locator("#downloads a[data-kind=audio]")::click)
                        .suggestedFilename())
                .isEqualTo("scenes.m4a");
    }

    @Test
    void itPlaysAcrossTheSeamOfTwoChunksWithoutAStall() {
        open(video);
        page.locator("#big-play").click();
        until("v.currentTime > 0.5");
        until("v.buffered.length === 1 && v.buffered.start(0) === 0 && v.buffered.end(0) >= " + (LENGTH - 0.1));

        seekTo(SEAM - 3);
        until("!v.seeking && v.readyState >= 4");
        page.evaluate("""
            () => {
              window.stalls = [];
              ['waiting', 'stalled', 'seeking', 'pause', 'error'].forEach((name) => {
                const player = document.getElementById('player');
                player.addEventListener(name, () => window.stalls.push(`${name} at ${player.currentTime}`));
              });
            }
            """);
        assertThat(number("v.currentTime")).isLessThan(SEAM);
        until("v.currentTime > " + (SEAM + 1.5));

        assertThat(page.evaluate("() => window.stalls")).isEqualTo(List.of());
        assertThat(number("v.getVideoPlaybackQuality().corruptedVideoFrames")).isZero();
        assertThat(number("v.duration")).isCloseTo(LENGTH, within(0.1));
        itGoesOn();
    }

    @Test
    void itPlaysToTheEnd() {
        open(video);
        seekTo(LENGTH - 2);
        page.locator("#play").click();

        until("v.ended");
        assertThat(number("v.currentTime")).isCloseTo(LENGTH, within(0.1));
        assertThat(page.locator("#time-now").textContent()).isEqualTo("0:24");
    }

    @Test
    void theBarSeeksForwardsAndBackwards() {
        open(video);
        for (double moment : new double[] {IN_THE_BARS, 2, 21, SEAM - 0.5, IN_THE_BARS}) {
            seekTo(moment);
            until("!v.seeking && v.readyState >= 2");
            assertThat(number("v.currentTime")).isCloseTo(moment, within(0.1));
        }
        Awaitility.await("the picture of the moment")
                .pollInSameThread()
                .atMost(PAGE_LIMIT)
                .until(() -> shotOf(page.locator("#player")).isGreenInTheMiddle());

        page.locator("#play").click();
        itGoesOn();
    }

    @Test
    void theRenditionThatIsChosenIsShown() {
        open(video);
        assertThat(page.locator("#quality option").allTextContents().stream().skip(1))
                .containsExactly("720p", "480p", "360p", "240p");
        page.locator("#big-play").click();
        until("v.currentTime > 0.2");

        for (int height : List.of(240, 720, 480)) {
            seekTo(1);
            page.locator("#quality").selectOption(new SelectOption().setLabel(height + "p"));
            until("v.videoHeight === " + height);
            until("document.getElementById('quality').dataset.shown === '" + height + "'");
            itGoesOn();
        }
    }

    @Test
    void chaptersAreListedAndLeadToTheirScenes() {
        open(video);
        Locator chapters = page.locator("#chapters li button");
        assertThat(chapters.count()).isEqualTo(4);

        chapters.nth(2).click();
        until("v.currentTime >= " + (SEAM - 0.5));
        assertThat(number("v.currentTime")).isCloseTo(SEAM, within(0.5));
        itGoesOn();

        assertThat(chapters.nth(2).getAttribute("aria-current")).isEqualTo("true");
        assertThat(page.locator("#chapter-now").textContent()).contains("Chapter 3");
    }

    @Test
    void soundAndSubtitlesAreChosenFromMenusOrByKey() {
        open(SharedVideos.manyTracks());
        assertThat(page.locator("#sound option").allTextContents()).containsExactly("English", "German");
        assertThat(page.locator("#subtitles option").allTextContents())
                .containsExactly("No subtitles", "English", "German (forced)");
        assertThat(page.locator("#quality option").allTextContents())
                .as("each size once")
                .hasSize(2);
        page.locator("#big-play").click();

        page.locator("#subtitles").selectOption(new SelectOption().setLabel("English"));
        until("Array.from(v.textTracks).some((track) => track.mode === 'showing' && track.activeCues?.length === 1"
                + " && track.activeCues[0].text === '<i>Hello</i> there')");
        page.locator("#sound").selectOption(new SelectOption().setLabel("German"));
        itGoesOn();
        until("document.getElementById('sound').selectedOptions[0].text === 'German'");

        page.locator("#seek").focus();
        page.keyboard().press("c");
        page.keyboard().press("c");
        until("document.getElementById('subtitles').value === '-1'");
        until("Array.from(v.textTracks).every((track) => track.mode !== 'showing')");
    }

    @Test
    void aSourceWithOneTrackOfSoundHasNoMenuForIt() {
        open(video);

        assertThat(page.locator("#sound-menu").isHidden()).isTrue();
        assertThat(page.locator("#subtitles-menu").isHidden()).isTrue();
    }

    @Test
    void thePointerOverTheBarShowsAPictureOfTheMoment() {
        open(video);
        assertThat(page.locator("#preview").isHidden()).isTrue();

        BoundingBox bar = page.locator("#seek").boundingBox();
        page.mouse().move(bar.x + bar.width * IN_THE_BARS / LENGTH, bar.y + bar.height / 2);

        page.locator("#preview").waitFor();
        assertThat(page.locator("#preview").textContent()).contains("Chapter 3").contains("0:15");
        Locator picture = page.locator("#preview-picture");
        assertThat((String) picture.evaluate("element => getComputedStyle(element).backgroundImage"))
                .matches("url\\(\".*/thumbnails/.*\\.jpg\"\\)");
        Awaitility.await("the picture of the moment")
                .pollInSameThread()
                .atMost(PAGE_LIMIT)
                .until(() -> shotOf(picture).isGreenInTheMiddle());

        page.mouse().move(0, 0);
        until("document.getElementById('preview').hidden");
    }

    @Test
    void aFailedVideoTellsWhy() {
        byte[] text = "Dear diary, today I made a video.\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        JsonNode failed = user.awaitEnd(user.upload(text, "diary.mp4"), READY_LIMIT);
        String reason = failed.path("failure").path("reason").asText();

        page.navigate(addressOf(failed.path("id").asText()));
        page.locator("#status[data-status=FAILED]").waitFor();

        assertThat(reason).endsWith(".");
        assertThat(page.locator("#status").textContent()).isEqualTo(reason);
        assertThat(page.locator("#curtain-text").textContent()).isEqualTo(reason);
        assertThat(page.locator("#controls").isHidden()).isTrue();
    }

    @Test
    void anOpenPageFollowsTheVideoFromUploadToPlaying() throws IOException {
        byte[] clip = Files.readAllBytes(Clips.small());
        ApiUser.Session session = user.begin(clip.length, "small.mp4");
        page.navigate(addressOf(session.id()));
        page.locator("#status[data-status=UPLOADING]").waitFor();
        assertThat(page.locator("#controls").isHidden()).isTrue();

        user.putChunk(session, 1, clip);
        user.finalize(session);

        page.locator("#status[data-status=READY]")
                .waitFor(new Locator.WaitForOptions().setTimeout((double) READY_LIMIT.toMillis()));
        page.locator("#big-play").click();
        until("v.currentTime > 0.5");
        assertThat(page.locator("#curtain").isHidden()).isTrue();
    }

    private static String addressOf(String id) {
        return user.address().resolve("/watch/" + id).toString();
    }

    private void open(JsonNode opened) {
        page.navigate(addressOf(opened.path("id").asText()));
        page.locator("#quality:enabled").waitFor();
        until("v.readyState >= 2");
    }

    /** Clicks the bar where this moment is. */
    private void seekTo(double seconds) {
        BoundingBox bar = page.locator("#seek").boundingBox();
        page.mouse().click(bar.x + bar.width * seconds / LENGTH, bar.y + bar.height / 2);
    }

    private void itGoesOn() {
        double now = number("v.currentTime");
        until("v.currentTime > " + (now + 0.5));
        assertThat(number("v.error === null ? 0 : v.error.code"))
                .as("media error")
                .isZero();
    }

    /** Waits for a condition, in the page's language, on the video element v. */
    private void until(String condition) {
        try {
            page.waitForFunction(onVideo(condition));
        } catch (TimeoutError e) {
            Object state = page.evaluate(onVideo("[v.currentTime, v.readyState, v.videoHeight, v.paused, v.seeking,"
                    + " Array.from(v.buffered, (none, i) => `${v.buffered.start(i)}-${v.buffered.end(i)}`)]"));
            throw new AssertionError("Never: " + condition + "; player: " + state + "; page: " + troubles, e);
        }
    }

    private double number(String expression) {
        return ((Number) page.evaluate(onVideo(expression))).doubleValue();
    }

    private static String onVideo(String expression) {
        return "() => { const v = document.getElementById('player'); return " + expression + "; }";
    }

    private static Picture shotOf(Locator locator) {
        return Picture.of(locator.screenshot());
    }
}
