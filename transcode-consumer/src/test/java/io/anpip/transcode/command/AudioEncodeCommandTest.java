package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.Sources;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudioEncodeCommandTest {

    private static final List<String> INPUT = List.of("-f", "mov", "-i", "http://127.0.0.1:1/source");

    @Test
    void soundIsEncodedWholeAndAsLongAsThePicture() {
        List<String> command =
                command(Sources.probe(30, Optional.of(Sources.video(640, 360, 30)), Sources.audio(1, 0, 29.5)));

        assertThat(String.join(" ", command))
                .isEqualTo("-copyts -f mov -i http://127.0.0.1:1/source -filter_complex"
                        + " [0:1]aresample=48000:async=1:first_pts=0,"
                        + "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,"
                        + "apad=whole_len=1439744,atrim=end_sample=1439744[sound]"
                        + " -map [sound] -c:a aac -profile:a aac_low -b:a 128000 -flags +bitexact"
                        + " -map_metadata -1 -map_chapters -1 -fflags +bitexact"
                        + " -movflags +empty_moov+default_base_moof -use_editlist 0 -frag_duration 10000000"
                        + " -avoid_negative_ts make_zero -f mp4 scratch/audio-0.mp4");
    }

    @Test
    void timeZeroIsTheFirstPictureOfTheSource() {
        SourceProbe probe = Sources.probe(
                30,
                Optional.of(Sources.with(Sources.video(640, 360, 30), "yuv420p", "progressive", "bt709", 1.52)),
                Sources.audio(1, 0, 31.5));

        assertThat(graph(command(probe)))
                .startsWith("[0:1]asetpts=round(PTS-(1.520000)/TB),aresample=48000:async=1:first_pts=0,");
    }

    @Test
    void ofMoreChannelsThanALayoutKnowsTheFirstTwoAreTaken() {
        AudioTrack many = new AudioTrack(0, "pcm_s16le", 16, 48_000, Optional.empty(), Optional.empty(), 0, 10);

        assertThat(graph(command(Sources.probe(10, Optional.empty(), many))))
                .isEqualTo("[0:0]pan=stereo|c0=c0|c1=c1,aresample=48000:async=1:first_pts=0,"
                        + "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,"
                        + "apad=whole_len=480256,atrim=end_sample=480256[sound]");
    }

    private static List<String> command(SourceProbe probe) {
        EncodingPlan plan = Sources.plan(probe);
        return AudioEncodeCommand.of(plan, plan.audio().getFirst(), INPUT, Path.of("scratch/audio-0.mp4"));
    }

    private static String graph(List<String> command) {
        return command.get(command.indexOf("-filter_complex") + 1);
    }
}
