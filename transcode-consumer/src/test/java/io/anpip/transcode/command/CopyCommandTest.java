package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.Sources;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyCommandTest {

    private static final List<String> INPUT = List.of("-f", "mov", "-i", "http://127.0.0.1:1/source");
    private static final EncodingPlan PLAN =
            Sources.plan(Sources.probe(30, Optional.of(Sources.conforming(30)), Sources.conformingSound(1, 0, 30.01)));

    @Test
    void thePictureIsTakenOutAsItIs() {
        assertThat(String.join(" ", CopyCommand.picture(PLAN, INPUT, Path.of("scratch/720p.mp4"))))
                .isEqualTo(
                        "-f mov -i http://127.0.0.1:1/source -map 0:0 -c copy -map_metadata -1 -map_chapters -1"
                                + " -fflags +bitexact -video_track_timescale 25"
                                + " -movflags +frag_keyframe+empty_moov+default_base_moof -use_editlist 0 -f mp4 scratch/720p.mp4");
    }

    @Test
    void theSoundKeepsTheClockOfTheSource() {
        assertThat(String.join(
                        " ", CopyCommand.sound(PLAN, PLAN.audio().getFirst(), INPUT, Path.of("scratch/audio-0.mp4"))))
                .isEqualTo("-copyts -f mov -i http://127.0.0.1:1/source -map 0:1 -c copy -map_metadata -1"
                        + " -map_chapters -1 -fflags +bitexact -output_ts_offset 3600 -avoid_negative_ts disabled"
                        + " -frag_duration 10000000 -movflags +empty_moov+default_base_moof+frag_discont"
                        + " -use_editlist 0 -f mp4 scratch/audio-0.mp4");
    }

    @Test
    void theCopiedRungIsNotEncodedWithTheOthers() {
        List<String> encode =
                ChunkEncodeCommand.of(PLAN, PLAN.grid().orElseThrow().chunks().getFirst(), INPUT, Path.of("scratch"));

        assertThat(encode).contains("[480p]").doesNotContain("[720p]");
        assertThat(String.join(" ", encode)).contains("scale=854:480").doesNotContain("1280:720");
    }
}
