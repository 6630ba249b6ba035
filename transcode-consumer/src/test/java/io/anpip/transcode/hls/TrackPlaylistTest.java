package io.anpip.transcode.hls;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.Presentations;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.text.EncodedText;
import org.junit.jupiter.api.Test;

class TrackPlaylistTest {

    private static final EncodedRendition VIDEO =
            Presentations.film().video().getFirst().track();
    private static final EncodedRendition AUDIO =
            Presentations.film().audio().getFirst().track();

    @Test
    void aCompleteRenditionIsVideoOnDemandWithExactLengths() {
        assertThat(TrackPlaylist.complete(VIDEO, 6)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-MEDIA-SEQUENCE:1
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MAP:URI="init.mp4"
                        #EXTINF:6.006000,
                        00001.m4s
                        #EXTINF:6.006000,
                        00002.m4s
                        #EXTINF:2.002000,
                        00003.m4s
                        #EXT-X-ENDLIST
                        """);
    }

    @Test
    void aGrowingRenditionHasNoEnd() {
        assertThat(TrackPlaylist.growing(AUDIO, 6, false)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-MEDIA-SEQUENCE:1
                        #EXT-X-PLAYLIST-TYPE:EVENT
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MAP:URI="init.mp4"
                        #EXTINF:6.016000,
                        00001.m4s
                        #EXTINF:5.994667,
                        00002.m4s
                        #EXTINF:2.005333,
                        00003.m4s
                        """);
    }

    @Test
    void aGrownRenditionEnds() {
        assertThat(TrackPlaylist.growing(AUDIO, 6, true)).endsWith("00003.m4s\n#EXT-X-ENDLIST\n");
    }

    @Test
    void keyFramesAreByteRangesOfTheSegments() {
        assertThat(TrackPlaylist.iFrames(VIDEO)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:2
                        #EXT-X-MEDIA-SEQUENCE:1
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-I-FRAMES-ONLY
                        #EXT-X-MAP:URI="init.mp4"
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:15000@24
                        00001.m4s
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:15000@50024
                        00001.m4s
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:15000@100024
                        00001.m4s
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:20000@24
                        00002.m4s
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:20000@66690
                        00002.m4s
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:20000@133356
                        00002.m4s
                        #EXTINF:2.002000,
                        #EXT-X-BYTERANGE:5000@24
                        00003.m4s
                        #EXT-X-ENDLIST
                        """);
    }

    @Test
    void subtitlesEndWhereThePictureDoesSegmentForSegment() {
        EncodedText text = Presentations.concert().text().getFirst().track();

        assertThat(TrackPlaylist.text(text, 6)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-MEDIA-SEQUENCE:1
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXTINF:6.006000,
                        00001.vtt
                        #EXTINF:6.006000,
                        00002.vtt
                        #EXTINF:2.002000,
                        00003.vtt
                        #EXT-X-ENDLIST
                        """);
        assertThat(TrackPlaylist.growingText(text, 6, false))
                .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n")
                .doesNotContain("ENDLIST");
    }
}
