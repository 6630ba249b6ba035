package io.anpip.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.anpip.schemas.EventCodec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlainCommandTest {
    private static final String PLAN = """
            {"probe": {"video": {"streamIndex": 1}},
             "grid": {"frameRate": {"numerator": 30000, "denominator": 1001}, "totalFrames": 900, "gopFrames": 60,
                      "segmentFrames": 180, "chunks": []},
             "rungs": [
               {"name": "240p", "width": 426, "height": 240, "maxBitrateBps": 400000, "bufferSizeBits": 800000,
                "level": "2.1", "encoder": {"codec": "h264", "preset": "veryfast", "constantRateFactor": 23}},
               {"name": "360p", "width": 640, "height": 360, "maxBitrateBps": 900000, "bufferSizeBits": 1800000,
                "level": "3.0", "encoder": {"codec": "h264", "preset": "veryfast", "constantRateFactor": 23}}],
             "audio": [{"name": "audio-0", "streamIndex": 0, "channels": 2, "bitrateBps": 128000},
                       {"name": "audio-0-surround", "streamIndex": 0, "channels": 6, "bitrateBps": 384000}],
             "encoder": {"threads": 2}}
            """;

    @Test
    void theWholeCommandFollowsFromThePlan() throws JsonProcessingException {
        PlannedEncoding plan = PlannedEncoding.of(EventCodec.mapper().readTree(PLAN));

        assertThat(String.join(" ", PlainCommand.of(plan, Path.of("/ffmpeg"), Path.of("/clip.mp4"), Path.of("/out"))))
                .isEqualTo(
                        "/ffmpeg -hide_banner -nostdin -loglevel error -y -threads 2 -i /clip.mp4"
                                + " -filter_complex [0:1]fps=30000/1001,scale=640:360,setsar=1,format=yuv420p,"
                                + "split[360p][below-360p];[below-360p]scale=426:240,setsar=1[240p]"
                                + " -map [240p] -map [360p] -map 0:0 -map 0:0"
                                + " -c:v libx264 -preset veryfast -profile:v high -crf 23 -threads 2"
                                + " -g 60 -keyint_min 60 -sc_threshold 0 -flags:v +cgop"
                                + " -level:v:0 2.1 -maxrate:v:0 400000 -bufsize:v:0 800000"
                                + " -level:v:1 3.0 -maxrate:v:1 900000 -bufsize:v:1 1800000"
                                + " -c:a aac -ar 48000 -b:a:0 128000 -ac:a:0 2 -b:a:1 384000 -ac:a:1 6"
                                + " -f hls -hls_time 6.006000 -hls_playlist_type vod -hls_segment_type fmp4"
                                + " -hls_flags independent_segments -master_pl_name master.m3u8"
                                + " -hls_fmp4_init_filename init-%v.mp4 -hls_segment_filename /out/%v-%05d.m4s"
                                + " -var_stream_map v:0,agroup:sound v:1,agroup:sound a:0,agroup:sound,default:yes a:1,agroup:sound /out/%v.m3u8");
    }

    @Test
    void whatThePipelineCopiesIsCopiedToo() throws JsonProcessingException {
        String copying = PLAN.replace(
                "\"encoder\":", "\"copied\": {\"rung\": \"360p\", \"sounds\": [\"audio-0\"]}, \"encoder\":");
        PlannedEncoding plan = PlannedEncoding.of(EventCodec.mapper().readTree(copying));

        assertThat(plan.copiedNames()).containsExactly("360p", "audio-0");
        assertThat(String.join(" ", PlainCommand.of(plan, Path.of("/ffmpeg"), Path.of("/clip.mp4"), Path.of("/out"))))
                .contains(" -filter_complex [0:1]fps=30000/1001,scale=426:240,setsar=1,format=yuv420p[240p]"
                        + " -map [240p] -map 0:1 -map 0:0 -map 0:0 -c:v libx264")
                .contains(" -profile:v:0 high -level:v:0 2.1")
                .contains(
                        " -bufsize:v:0 800000 -c:v:1 copy -c:a aac -ar 48000 -c:a:0 copy -b:a:1 384000 -ac:a:1 6 -f hls")
                .doesNotContain("-maxrate:v:1", "-profile:v ");
    }
}
