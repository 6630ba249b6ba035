package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.Sources;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkEncodeCommandTest {

    private static final List<String> INPUT = List.of("-f", "mov", "-i", "http://127.0.0.1:1/source");
    private static final VideoTrack NTSC = Sources.video(640, 360, new Rational(30_000, 1001), 60.06);

    @Test
    void aChunkInTheMiddleSeeksAheadAndMakesAllRungs() {
        EncodingPlan plan = plan(NTSC, "mov");

        List<String> command = command(plan, 1);

        assertThat(String.join(" ", command))
                .isEqualTo("-copyts -seek_timestamp 1 -noaccurate_seek -ss 11.012000 -threads 2"
                        + " -f mov -i http://127.0.0.1:1/source -filter_complex"
                        + " [0:0]fps=30000/1001,trim=start_pts=360:end_pts=1260,setpts=PTS-STARTPTS,"
                        + "scale=640:360:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1,"
                        + "split[360p][below-360p];[below-360p]scale=426:240,setsar=1[240p]"
                        + " -map [240p] -fps_mode passthrough -c:v libx264 -preset veryfast -profile:v high"
                        + " -level:v 3.0 -crf 23 -maxrate 110000 -bufsize 110000 -g 60 -keyint_min 60"
                        + " -sc_threshold 0 -flags +cgop+bitexact -threads 2 -map_metadata -1 -map_chapters -1"
                        + " -fflags +bitexact -video_track_timescale 30000"
                        + " -movflags +frag_keyframe+empty_moov+default_base_moof -use_editlist 0"
                        + " -f mp4 scratch/240p.mp4"
                        + " -map [360p] -fps_mode passthrough -c:v libx264 -preset veryfast -profile:v high"
                        + " -level:v 3.0 -crf 23 -maxrate 700000 -bufsize 1400000 -g 60 -keyint_min 60"
                        + " -sc_threshold 0 -flags +cgop+bitexact -threads 2 -map_metadata -1 -map_chapters -1"
                        + " -fflags +bitexact -video_track_timescale 30000"
                        + " -movflags +frag_keyframe+empty_moov+default_base_moof -use_editlist 0"
                        + " -f mp4 scratch/360p.mp4");
    }

    @Test
    void theFirstChunkDoesNotSeekAndFillsABeginningThatCannotBeDecoded() {
        List<String> command = command(plan(NTSC, "mov"), 0);

        assertThat(command.subList(0, 3)).containsExactly("-copyts", "-threads", "2");
        assertThat(graph(command)).startsWith("[0:0]fps=30000/1001:start_time=0,trim=start_pts=0:end_pts=360,");
    }

    @Test
    void inADamagedSourceTheNearestPictureStandsInWhereTheEndsOfAChunkAreMissing() {
        EncodingPlan plan = plan(NTSC, "mov");
        ChunkRange last = plan.grid().orElseThrow().chunks().get(2);

        List<String> command = ChunkEncodeCommand.of(plan, last, INPUT, Path.of("scratch"), MissingEnds.FILLED);

        assertThat(String.join(" ", command))
                .startsWith("-copyts -seek_timestamp 1 -noaccurate_seek -ss 11.042000 -threads 2 ");
        assertThat(graph(command))
                .startsWith("[0:0]fps=30000/1001:start_time=42.042000:eof_action=pass,tpad=stop_mode=clone:stop=-1,"
                        + "trim=start_pts=1260:end_pts=1800,setpts=PTS-STARTPTS,");
    }

    @Test
    void theLastChunkHoldsTheLastPictureForASecondAtMost() {
        assertThat(graph(command(plan(NTSC, "mov"), 2)))
                .startsWith(
                        "[0:0]fps=30000/1001:eof_action=pass,tpad=stop_mode=clone:stop=30,trim=start_pts=1260:end_pts=1800,");
    }

    @Test
    void timeIsCountedFromTheFirstPicture() {
        EncodingPlan plan = plan(Sources.with(NTSC, "yuv420p", "progressive", "bt709", 11.4), "mov");

        List<String> command = command(plan, 1);

        assertThat(graph(command))
                .startsWith("[0:0]setpts=round(PTS-(11.400000)/TB),fps=30000/1001,trim=start_pts=360:end_pts=1260,");
        assertThat(command).containsSequence("-ss", "22.412000");
    }

    @Test
    void aContainerWithoutAnIndexIsReadFromAKeyFrameFurtherAhead() {
        assertThat(command(plan(NTSC, "mpegts"), 1)).containsSequence("-ss", "9.012000");
    }

    @Test
    void fourFourFourOfH264IsDecodedFromTheBeginning() {
        EncodingPlan plan = plan(Sources.with(NTSC, "yuv444p", "progressive", "bt709", 0), "mov");

        assertThat(command(plan, 1)).doesNotContain("-ss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1280 | 720 | unknown | scale=1280:720:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,",
                "640 | 360 | unknown | scale=640:360:out_color_matrix=bt709:out_range=tv,format=yuv420p,",
                "640 | 360 | bt709 | scale=640:360:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,",
                "1920 | 1080 | smpte170m | scale=1920:1080:out_color_matrix=bt709:out_range=tv,format=yuv420p,",
                "3840 | 2160 | smpte2084 | scale=1920:1080,zscale=tin=smpte2084:min=2020_ncl:pin=2020:t=linear:npl=100,"
                        + "format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,"
                        + "format=yuv420p,",
                "640 | 360 | arib-std-b67 | scale=640:360,zscale=tin=arib-std-b67:min=2020_ncl:pin=2020:t=linear:npl=100,"
                        + "format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,"
                        + "format=yuv420p,",
            })
    void coloursAreBroughtToBt709(int width, int height, String transfer, String filters) {
        VideoTrack track = Sources.with(Sources.video(width, height, 10), "yuv420p10le", "progressive", transfer, 0);

        assertThat(graph(command(plan(track, "mov"), 0)))
                .contains(",setpts=PTS-STARTPTS," + filters
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1");
    }

    @Test
    void interlacedPicturesAreDeinterlacedFirst() {
        VideoTrack track = Sources.with(Sources.video(1920, 1080, 10), "yuv420p", "tt", "bt709", 0);

        assertThat(graph(command(plan(track, "mov"), 0)))
                .startsWith("[0:0]bwdif=mode=send_frame:deint=interlaced,fps=25/1:start_time=0:eof_action=pass,");
    }

    @Test
    void whatTheVoteFoundInterlacedBecomesAPictureAField() {
        VideoTrack track = Sources.scanned(Sources.video(720, 576, 60), "bff");

        assertThat(graph(command(plan(track, "mov"), 1)))
                .startsWith(
                        "[0:0]bwdif=mode=send_field:parity=bff:deint=all,fps=50/1,trim=start_pts=600:end_pts=2100,");
    }

    @Test
    void whatTheVoteFoundProgressiveIsLeftAloneWhateverTheFileClaims() {
        VideoTrack claimed = Sources.with(Sources.video(720, 576, 60), "yuv420p", "tt", "unknown", 0);

        assertThat(graph(command(plan(Sources.scanned(claimed, "progressive"), "mov"), 1)))
                .startsWith("[0:0]fps=25/1,trim=start_pts=300:end_pts=1050,");
    }

    @Test
    void ofTwoPicturesForEachPlaceOnTheGridTheFirstIsTakenWhateverRoundingDoes() {
        VideoTrack track = Sources.video(640, 360, new Rational(120, 1), 60);

        assertThat(graph(command(plan(track, "mov"), 1)))
                .startsWith("[0:0]setpts=round(PTS-(-0.004167)/TB),fps=60/1,trim=start_pts=720:");
    }

    @Test
    void aSingleRungNeedsNoSplit() {
        assertThat(graph(command(plan(Sources.video(320, 240, 10), "mov"), 0))).endsWith(",setsar=1[240p]");
    }

    private static EncodingPlan plan(VideoTrack track, String demuxer) {
        return Sources.plan(
                new SourceProbe(demuxer, track.durationSeconds(), Optional.of(track), List.of(), List.of()));
    }

    private static List<String> command(EncodingPlan plan, int index) {
        ChunkRange chunk = plan.grid().orElseThrow().chunks().get(index);
        return ChunkEncodeCommand.of(plan, chunk, INPUT, Path.of("scratch"));
    }

    private static String graph(List<String> command) {
        return command.get(command.indexOf("-filter_complex") + 1);
    }
}
