package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.Sources;
import io.anpip.transcode.ladder.Ladder;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentLookCommandTest {

    @Test
    void oneKeyFrameOfEachTimeGoesDownTheSizesAndIsComparedWithWhatIsLeft() {
        EncodingPlan plan = Sources.plan(Sources.probe(60, Optional.of(Sources.video(854, 480, 60))));

        List<String> command = ContentLookCommand.of(
                plan, 2, List.of("-f", "mov", "-i", "http://127.0.0.1:1/source"), Path.of("scratch"), Path::toString);

        String input =
                "-err_detect explode -skip_frame nokey -threads 1 -an -sn -dn -noaccurate_seek -ss %s -f mov -i http://127.0.0.1:1/source ";
        assertThat(String.join(" ", command))
                .isEqualTo("-xerror " + input.formatted("15.000")
                        + input.formatted("45.000")
                        + "-filter_complex"
                        + " [0:0]trim=end_frame=1,settb=1/25,setpts=0,scale=854:480,format=gray,setsar=1[picture-0];"
                        + "[1:0]trim=end_frame=1,settb=1/25,setpts=0,scale=854:480,format=gray,setsar=1[picture-1];"
                        + "[picture-0][picture-1]concat=n=2[size-480];"
                        + "[size-480]split[whole-480][down-480];"
                        + "[whole-480]crop=848:480,untile=8x8[wanted-480];"
                        + "[down-480]scale=640:360,split[size-360][up-480];"
                        + "[up-480]scale=854:480,crop=848:480,untile=8x8[shown-480];"
                        + "[shown-480][wanted-480]ssim=stats_file=scratch/480.txt,settb=1/25,setpts=N[done-480];"
                        + "[size-360]split[whole-360][down-360];"
                        + "[whole-360]crop=640:360,untile=8x8[wanted-360];"
                        + "[down-360]scale=426:240,scale=640:360,crop=640:360,untile=8x8[shown-360];"
                        + "[shown-360][wanted-360]ssim=stats_file=scratch/360.txt,settb=1/25,setpts=N[done-360]"
                        + " -map [done-480] -f null - -map [done-360] -f null -");
    }

    @Test
    void sizesThatSeveralCodecsShareAreComparedOnce() {
        List<Rung> rungs = Ladder.plan(
                Sources.video(1280, 720, 10),
                Sources.video(1280, 720, 10).frameRate(),
                Sources.profile("hevc", Duration.ofSeconds(12), Duration.ofSeconds(30))
                        .ladders());

        assertThat(ContentLookCommand.comparisons(rungs))
                .extracting(comparison -> comparison.larger().shortSide() + " "
                        + comparison.smaller().shortSide())
                .containsExactly("720 480", "480 360", "360 240");
    }

    @Test
    void picturesOfFewPixelsAreNotCompared() {
        List<Rung> rungs = Ladder.plan(
                Sources.video(120, 90, 10),
                Sources.video(120, 90, 10).frameRate(),
                Sources.settings().ladders());

        assertThat(ContentLookCommand.comparisons(rungs)).isEmpty();
    }
}
