package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.SoundDetails;
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
                        + " [0:1]aresample=48000:async=1:min_hard_comp=0.02:first_pts=0,"
                        + "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,"
                        + "apad=whole_len=1439744,atrim=end_sample=1439744,"
                        + "ebur128=peak=true:framelog=quiet[sound]"
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
                .startsWith(
                        "[0:1]asetpts=round(PTS-(1.520000)/TB),aresample=48000:async=1:min_hard_comp=0.02:first_pts=0,");
    }

    @Test
    void ofMoreChannelsThanALayoutKnowsTheFirstTwoAreTaken() {
        AudioTrack many = new AudioTrack(0, "pcm_s16le", 16, 48_000, Optional.empty(), Optional.empty(), 0, 10);

        assertThat(graph(command(Sources.probe(10, Optional.empty(), many))))
                .isEqualTo("[0:0]pan=stereo|c0=c0|c1=c1,aresample=48000:async=1:min_hard_comp=0.02:first_pts=0,"
                        + "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,"
                        + "apad=whole_len=480256,atrim=end_sample=480256,ebur128=peak=true:framelog=quiet[sound]");
    }

    @Test
    void surroundSoundIsMixedToStereoByTheItuWithoutClippingAndToFivePointOne() {
        AudioTrack surround = layout("5.1(side)", 6);
        EncodingPlan plan = Sources.plan(Sources.probe(10, Optional.empty(), surround));

        assertThat(graph(AudioEncodeCommand.of(plan, plan.audio().getFirst(), INPUT, Path.of("out"))))
                .startsWith("[0:0]pan=stereo|c0=0.414214*c0+0.292893*c2+0.292893*c4"
                        + "|c1=0.414214*c1+0.292893*c2+0.292893*c5,aresample=48000:");
        assertThat(graph(AudioEncodeCommand.of(plan, plan.audio().getLast(), INPUT, Path.of("out"))))
                .startsWith("[0:0]pan=5.1|c0=1.000000*c0|c1=1.000000*c1|c2=1.000000*c2|c3=1.000000*c3"
                        + "|c4=1.000000*c4|c5=1.000000*c5,aresample=48000:")
                .contains(":channel_layouts=5.1,");
    }

    @Test
    void sevenPointOneKeepsItsBalance() {
        EncodingPlan plan = Sources.plan(Sources.probe(10, Optional.empty(), layout("7.1", 8)));

        assertThat(graph(AudioEncodeCommand.of(plan, plan.audio().getLast(), INPUT, Path.of("out"))))
                .contains("|c0=0.500000*c0|", "|c4=0.500000*c4+0.500000*c6|");
    }

    @Test
    void monoIsHeardOnBothSidesAsLoudAsItWas() {
        assertThat(graph(command(Sources.probe(10, Optional.empty(), layout("mono", 1)))))
                .startsWith("[0:0]pan=stereo|c0=c0|c1=c0,aresample=48000:");
    }

    @Test
    void soundThatIsToBeNormalisedIsMeasuredWithoutAResultAndThenMadeLouder() {
        EncodingPlan plan = Sources.plan(Sources.probe(10, Optional.empty(), Sources.audio(0, 0, 10)));

        List<String> measuring = AudioEncodeCommand.measuring(plan, plan.audio().getFirst(), INPUT);
        List<String> encoding =
                AudioEncodeCommand.withGain(plan, plan.audio().getFirst(), INPUT, -4.5, Path.of("out.mp4"));

        assertThat(graph(measuring)).endsWith(",ebur128=peak=true:framelog=quiet[sound]");
        assertThat(measuring).endsWith("-map", "[sound]", "-f", "null", "-");
        assertThat(graph(encoding)).endsWith(",volume=-4.50dB[sound]").doesNotContain("ebur128");
        assertThat(encoding).endsWith("-f", "mp4", "out.mp4");
    }

    private static AudioTrack layout(String layout, int channels) {
        return new AudioTrack(
                0,
                "ac3",
                channels,
                48_000,
                Optional.empty(),
                Optional.empty(),
                0,
                10,
                Optional.of(new SoundDetails("", layout, Optional.empty(), true, false)));
    }

    private static List<String> command(SourceProbe probe) {
        EncodingPlan plan = Sources.plan(probe);
        return AudioEncodeCommand.of(plan, plan.audio().getFirst(), INPUT, Path.of("scratch/audio-0.mp4"));
    }

    private static String graph(List<String> command) {
        return command.get(command.indexOf("-filter_complex") + 1);
    }
}
