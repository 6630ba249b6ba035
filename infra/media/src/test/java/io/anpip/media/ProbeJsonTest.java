package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.anpip.media.ProbeReport.AudioStream;
import io.anpip.media.ProbeReport.Chapter;
import io.anpip.media.ProbeReport.Colour;
import io.anpip.media.ProbeReport.OtherStream;
import io.anpip.media.ProbeReport.SubtitleStream;
import io.anpip.media.ProbeReport.VideoStream;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeJsonTest {

    @Test
    void readsAPhoneVideo() throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [
                   {"index": 0, "codec_name": "hevc", "profile": "Main 10", "codec_type": "video",
                    "width": 1920, "height": 1080, "sample_aspect_ratio": "1:1", "pix_fmt": "yuv420p10le",
                    "color_range": "tv", "color_space": "bt2020nc", "color_transfer": "arib-std-b67",
                    "color_primaries": "bt2020", "field_order": "progressive",
                    "r_frame_rate": "30/1", "avg_frame_rate": "30000/1001", "time_base": "1/600",
                    "start_time": "0.033333", "duration": "10.010000", "bit_rate": "8000000", "nb_frames": "300",
                    "disposition": {"default": 1, "attached_pic": 0}, "tags": {"language": "und"},
                    "side_data_list": [{"side_data_type": "DOVI configuration record"},
                                       {"side_data_type": "Display Matrix", "rotation": -90}]},
                   {"index": 1, "codec_name": "aac", "profile": "LC", "codec_type": "audio",
                    "sample_rate": "44100", "channels": 2, "channel_layout": "stereo", "time_base": "1/44100",
                    "disposition": {"default": 1}, "tags": {"language": "deu", "TITLE": "Ton"}},
                   {"index": 2, "codec_type": "data", "disposition": {"default": 0}}],
                 "chapters": [{"start_time": "0.000000", "end_time": "4.000000", "tags": {"title": "Anfang"}},
                              {"start_time": "4.000000", "end_time": "10.010000"}],
                 "format": {"format_name": "mov,mp4,m4a,3gp,3g2,mj2", "start_time": "0.000000",
                            "duration": "10.010000", "bit_rate": "8123456", "tags": {"major_brand": "qt  "}}}
                """);

        VideoStream video = report.mainVideo().orElseThrow();
        assertThat(video.rotationDegrees()).isEqualTo(90);
        assertThat(video.averageFrameRate()).isEqualTo(new Rational(30000, 1001));
        assertThat(video.colour()).isEqualTo(new Colour("tv", "bt2020nc", "arib-std-b67", "bt2020"));
        assertThat(video.colour().highDynamicRange()).isTrue();
        assertThat(video.header().frameCount()).isEqualTo(OptionalLong.of(300));
        assertThat(video.header().startSeconds()).isEqualTo(0.033333);
        assertThat(report.audioStreams()).singleElement().satisfies(audio -> {
            assertThat(audio.header().language()).isEqualTo("deu");
            assertThat(audio.header().title()).isEqualTo("Ton");
            assertThat(audio.channels()).isEqualTo(2);
            assertThat(audio.sampleRate()).isEqualTo(44100);
        });
        assertThat(report.streams()).hasExactlyElementsOfTypes(VideoStream.class, AudioStream.class, OtherStream.class);
        assertThat(report.chapters()).containsExactly(new Chapter(0, 4, "Anfang"), new Chapter(4, 10.01, ""));
        assertThat(report.format().durationSeconds()).isEqualTo(OptionalDouble.of(10.01));
        assertThat(report.format().bitRate()).isEqualTo(OptionalLong.of(8123456));
    }

    @Test
    void whatIsMissingIsEmpty() throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [{"codec_type": "video", "width": 16, "height": 16, "avg_frame_rate": "0/0", "sample_aspect_ratio": "0:1",
                              "duration": "N/A", "tags": {"DURATION": "01:00:10.040000000"}}]}
                """);

        VideoStream video = report.mainVideo().orElseThrow();
        assertThat(video.averageFrameRate()).isEqualTo(Rational.ZERO);
        assertThat(video.sampleAspectRatio()).isEqualTo(Rational.ONE);
        assertThat(video.header().durationSeconds()).isEqualTo(OptionalDouble.of(3610.04));
        assertThat(video.header().frameCount()).isEmpty();
        assertThat(report.format().durationSeconds()).isEmpty();
        assertThat(report.chapters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-90, 90", "90, 270", "-180, 180", "180, 180", "-89.4, 90", "45, 0", "-30, 0", "0, 0"})
    void picturesAreTurnedByQuartersAlone(double angle, int clockwise) throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [{"codec_type": "video", "width": 16, "height": 16, "side_data_list": [{"rotation": %s}]}]}
                """.formatted(angle));

        assertThat(report.mainVideo().orElseThrow().rotationDegrees()).isEqualTo(clockwise);
    }

    @ParameterizedTest
    @CsvSource({"64:45, 64, 45", "1:8, 1, 8", "8:1, 8, 1", "9:1, 1, 1", "1:1000, 1, 1", "0:1, 1, 1"})
    void pixelsThatAreFarFromSquareAreAMistake(String stated, long width, long height) throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [{"codec_type": "video", "width": 16, "height": 16, "sample_aspect_ratio": "%s"}]}
                """.formatted(stated));

        assertThat(report.mainVideo().orElseThrow().sampleAspectRatio()).isEqualTo(new Rational(width, height));
    }

    @Test
    void whatIsNotSaidOfScanAndColoursIsUnknown() throws JsonProcessingException {
        VideoStream video = ProbeJson.report("""
                {"streams": [{"codec_type": "video", "width": 16, "height": 16}]}
                """).mainVideo().orElseThrow();

        assertThat(video.fieldOrder()).isEqualTo("unknown");
        assertThat(video.colour()).isEqualTo(new Colour("unknown", "unknown", "unknown", "unknown"));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, ipt-c2", "8, 4, bt2020nc", "8, 1, bt2020nc"})
    void dolbyVisionForItselfAloneIsTold(int profile, int compatibility, String matrix) throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [{"codec_type": "video", "width": 16, "height": 16, "color_space": "bt2020nc", "side_data_list": [
                  {"side_data_type": "DOVI configuration record", "dv_profile": %d, "dv_bl_signal_compatibility_id": %d}]}]}
                """.formatted(profile, compatibility));

        assertThat(report.mainVideo().orElseThrow().colour().space()).isEqualTo(matrix);
    }

    @Test
    void aTrackOfOnePictureOrOfLittleLengthIsNotTheFilm() throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [
                  {"index": 0, "codec_type": "video", "width": 640, "height": 480, "duration": "60", "nb_frames": "1", "disposition": {"default": 1}},
                  {"index": 1, "codec_type": "video", "width": 640, "height": 480, "duration": "2", "nb_frames": "50", "disposition": {"default": 1}},
                  {"index": 2, "codec_type": "video", "width": 64, "height": 48, "duration": "59", "nb_frames": "1500"},
                  {"index": 3, "codec_type": "video", "width": 320, "height": 240, "duration": "58", "nb_frames": "1500", "disposition": {"default": 1}}]}
                """);

        assertThat(report.mainVideo().orElseThrow().header().index()).isEqualTo(3);
    }

    @Test
    void aCoverImageIsNotTheVideoAndTheDefaultTrackComesFirst() throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [
                  {"index": 0, "codec_type": "video", "width": 16, "height": 16, "disposition": {"default": 1, "attached_pic": 1}},
                  {"index": 1, "codec_type": "video", "width": 16, "height": 16, "disposition": {"default": 0, "attached_pic": 0}},
                  {"index": 2, "codec_type": "video", "width": 16, "height": 16, "disposition": {"default": 1, "attached_pic": 0}}]}
                """);
        assertThat(report.mainVideo().orElseThrow().header().index()).isEqualTo(2);
    }

    @Test
    void tracksForPeopleWhoCannotSeeOrHearAreToldApart() throws JsonProcessingException {
        ProbeReport report = ProbeJson.report("""
                {"streams": [
                  {"index": 1, "codec_name": "ac3", "codec_type": "audio", "channels": 2, "sample_rate": "48000",
                   "disposition": {"default": 1, "visual_impaired": 1}},
                  {"index": 2, "codec_name": "ac3", "codec_type": "audio", "channels": 6, "channel_layout": "5.1(side)",
                   "sample_rate": "48000", "disposition": {"default": 0}},
                  {"index": 3, "codec_name": "subrip", "codec_type": "subtitle", "tags": {"language": "eng", "title": "All"},
                   "disposition": {"hearing_impaired": 1}},
                  {"index": 4, "codec_name": "hdmv_pgs_subtitle", "codec_type": "subtitle", "disposition": {"forced": 1}}]}
                """);

        assertThat(report.audioStreams())
                .extracting(audio -> audio.header().index())
                .containsExactly(2, 1);
        assertThat(report.audioStreams())
                .extracting(AudioStream::visuallyImpaired)
                .containsExactly(false, true);
        assertThat(report.audioStreams().getFirst().channelLayout()).isEqualTo("5.1(side)");
        assertThat(report.subtitleStreams())
                .extracting(text -> text.header().index())
                .containsExactly(3, 4);
        assertThat(report.subtitleStreams())
                .extracting(SubtitleStream::hearingImpaired)
                .containsExactly(true, false);
        assertThat(report.subtitleStreams()).extracting(SubtitleStream::forced).containsExactly(false, true);
    }
}
