package io.anpip.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKeyTest {

    private static final String VIDEO = "videos/01920000-0000-7000-8000-000000000001";

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({
        "g1/stream/master.m3u8, application/vnd.apple.mpegurl, public",
        "g1/stream/event.m3u8, application/vnd.apple.mpegurl, no-cache",
        "g1/stream/720p/event.m3u8, application/vnd.apple.mpegurl, no-cache",
        "g1/stream/720p/playlist.m3u8, application/vnd.apple.mpegurl, public",
        "g12/stream/manifest.mpd, application/dash+xml, public",
        "g1/stream/720p/init.mp4, video/mp4, public",
        "g1/stream/720p/00001.m4s, video/iso.segment, public",
        "g1/stream/downloads/0192-ab/video.mp4, video/mp4, public",
        "g1/stream/downloads/0192-ab/audio.m4a, audio/mp4, public",
        "g1/thumbnails/0192-ab/storyboard.vtt, text/vtt;charset=utf-8, public",
        "g1/thumbnails/0192-ab/poster-640.jpg, image/jpeg, public",
        "g1/thumbnails/0192-ab/preview.webp, image/webp, public",
        "g1/chapters/0192-ab/chapters.json, application/json, public",
        "chosen/chapters-1-0192-ab/chapters.vtt, text/vtt;charset=utf-8, public",
        "g1/stream/images/sheet-001.jpg, image/jpeg, public",
        "g1/stream/images/images.m3u8, application/vnd.apple.mpegurl, public",
        "chosen/poster-1-0192-ab/poster-320x180.jpg, image/jpeg, public",
    })
    void filesOfTheLayoutAreServedUnderTheirType(String path, String type, String caching) {
        MediaKey key = MediaKey.parse(VIDEO + '/' + path).orElseThrow();
        assertThat(key.type().mimeType()).isEqualTo(type);
        assertThat(CacheRule.of(key)).startsWith(caching);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "videos/",
                "uploads/01920000-0000-7000-8000-000000000001/chunks/00001",
                "videos/01920000-0000-7000-8000-000000000001/source.json",
                "videos/01920000-0000-7000-8000-000000000001/g1/transcode.json",
                "videos/01920000-0000-7000-8000-000000000001/chosen.json",
                "videos/01920000-0000-7000-8000-000000000001/chosen/../source.json",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/",
                "videos/01920000-0000-7000-8000-000000000001/chosen/",
                "videos/01920000-0000-7000-8000-000000000001/chosen/../g1/transcode.json",
                "videos/01920000-0000-7000-8000-000000000001/g0/stream/a.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/source/a.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/../a.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/..%2fa.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/.hidden.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream//a.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/a.jpg/",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/a b.jpg",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/a.jpg\n",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/a.exe",
                "videos/01920000-0000-7000-8000-000000000001/g1/stream/a.html",
                "videos/01920000-0000-7000-8000-00000000000A/g1/stream/a.jpg",
                "/videos/01920000-0000-7000-8000-000000000001/g1/stream/a.jpg",
            })
    void nothingElseIsServed(String path) {
        assertThat(MediaKey.parse(path)).isEmpty();
    }

    @Test
    void aKeyWithoutEndIsRefusedInShortTime() {
        assertThat(MediaKey.parse(VIDEO + "/g1/stream/" + "a/".repeat(100_000) + "a.jpg"))
                .isEmpty();
    }
}
