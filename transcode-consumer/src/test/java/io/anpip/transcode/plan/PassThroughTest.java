package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.Sources;
import io.anpip.transcode.grid.AudioGrid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules one by one; what real files make of them is in PassThroughIT. */
class PassThroughTest {

    private static final PictureDetails PLAIN = new PictureDetails("High", "progressive", "tv", "bt709", "bt709");
    private static final CodedStructure EVEN = new CodedStructure(50, true, 1_800_000, 2_300_000);

    @Test
    void aConformingFileIsTakenOverAsTheLargestRung() {
        EncodingPlan plan = plan(Sources.conforming(30), Sources.conformingSound(1, 0, 30.01));

        assertThat(objections(Sources.conforming(30))).isEmpty();
        assertThat(plan.copied()).contains(new CopiedTracks(Optional.of("720p"), List.of("audio-0")));
        assertThat(plan.encodedRungs()).extracting(rung -> rung.name()).containsExactly("240p", "360p", "480p");
    }

    @Test
    void soundThatDoesNotConformIsEncodedBesideACopiedPicture() {
        EncodingPlan plan = plan(Sources.conforming(30), Sources.audio(1, 0, 30.01));

        assertThat(plan.copied()).contains(new CopiedTracks(Optional.of("720p"), List.of()));
    }

    @Test
    void nothingIsTakenOverWhereThatIsSwitchedOff() {
        PlanSettings off = Sources.settings(false, DownloadSettings.none());
        SourceProbe probe =
                Sources.probe(30, Optional.of(Sources.conforming(30)), Sources.conformingSound(1, 0, 30.01));

        EncodingPlan plan = EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"), 1, new ObjectRef("b", "k", 1, ""), probe, off);

        assertThat(plan.copied()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nearMisses")
    void eachRuleHasItsOwnReason(PictureObjection objection, VideoTrack track) {
        assertThat(objections(track)).containsExactly(objection);
        assertThat(objection.sentence()).isNotBlank();
        assertThat(plan(track).copied()).isEmpty();
    }

    @Test
    void interlacedPicturesAreNeitherProgressiveNorAtThePlacesOfTheirFields() {
        VideoTrack interlaced =
                Sources.coded(Sources.conforming(30), new PictureDetails("High", "tff", "tv", "bt709", "bt709"), EVEN);

        assertThat(objections(interlaced)).containsExactly(PictureObjection.INTERLACED, PictureObjection.RATE);
        assertThat(PictureObjection.INTERLACED.sentence()).isNotBlank();
        assertThat(plan(interlaced).copied()).isEmpty();
    }

    static Stream<Arguments> nearMisses() {
        VideoTrack good = Sources.conforming(30);
        return Stream.of(
                Arguments.of(
                        PictureObjection.CODEC,
                        Sources.coded(
                                good, new PictureDetails("High 10", "progressive", "tv", "bt709", "bt709"), EVEN)),
                Arguments.of(
                        PictureObjection.COLOUR,
                        Sources.coded(good, new PictureDetails("High", "progressive", "pc", "bt709", "bt709"), EVEN)),
                Arguments.of(
                        PictureObjection.COLOUR,
                        Sources.coded(
                                good, new PictureDetails("High", "progressive", "tv", "bt2020nc", "bt2020"), EVEN)),
                Arguments.of(PictureObjection.SIZE, Sources.coded(Sources.video(1296, 730, 30), PLAIN, EVEN)),
                Arguments.of(
                        PictureObjection.KEY_FRAMES,
                        Sources.coded(good, PLAIN, new CodedStructure(40, true, 1_800_000, 2_300_000))),
                Arguments.of(
                        PictureObjection.OPEN,
                        Sources.coded(good, PLAIN, new CodedStructure(50, false, 1_800_000, 2_300_000))),
                Arguments.of(
                        PictureObjection.UNEVEN,
                        Sources.coded(good, PLAIN, new CodedStructure(50, true, 1_000_000, 2_000_001))),
                Arguments.of(
                        PictureObjection.LARGE,
                        Sources.coded(good, PLAIN, new CodedStructure(50, true, 1_800_000, 2_400_001))),
                Arguments.of(PictureObjection.LONG, Sources.coded(Sources.video(1280, 720, 10_000), PLAIN, EVEN)));
    }

    @Test
    void coloursThatAreNotSaidAreThoseOfTheOtherRungsOnlyInHighDefinition() {
        PictureDetails unsaid = new PictureDetails("High", "progressive", "unknown", "unknown", "unknown");
        CodedStructure small = new CodedStructure(50, true, 900_000, 1_000_000);

        assertThat(objections(Sources.coded(Sources.video(1280, 720, 30), unsaid, EVEN)))
                .isEmpty();
        assertThat(objections(Sources.coded(Sources.video(854, 480, 30), unsaid, small)))
                .containsExactly(PictureObjection.COLOUR);
    }

    @Test
    void theOnlyRungIsEncodedSoThatItsPicturesAreDecodedOnce() {
        VideoTrack small =
                Sources.coded(Sources.video(426, 240, 30), PLAIN, new CodedStructure(50, true, 200_000, 250_000));

        assertThat(objections(small)).containsExactly(PictureObjection.ALONE);
    }

    @Test
    void ofAVideoOfOneSegmentOnlyTheFirstFrameMustBeAKeyFrame() {
        VideoTrack one =
                Sources.coded(Sources.video(1280, 720, 5), PLAIN, new CodedStructure(125, true, 1_800_000, 2_300_000));

        assertThat(objections(one)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nearlyConformingSounds")
    void eachRuleOfSoundHasItsOwnReason(SoundObjection objection, AudioTrack track) {
        SourceProbe probe = Sources.probe(30, Optional.of(Sources.conforming(30)), track);
        AudioGrid grid = Sources.plan(probe).audioGrid();

        assertThat(PassThrough.soundObjections(probe, track, 0, grid)).containsExactly(objection);
        assertThat(objection.sentence()).isNotBlank();
    }

    static Stream<Arguments> nearlyConformingSounds() {
        AudioTrack good = Sources.conformingSound(1, 0, 30.01);
        return Stream.of(
                Arguments.of(SoundObjection.CODEC, Sources.sound(1, 0, 30.01, "HE-AAC", 64_000)),
                Arguments.of(SoundObjection.BITRATE, Sources.sound(1, 0, 30.01, "LC", 192_000)),
                Arguments.of(SoundObjection.BITRATE, Sources.sound(1, 0, 30.01, "LC", 16_000)),
                Arguments.of(SoundObjection.STARTS_LATE, Sources.conformingSound(1, 0.02, 30.01)),
                Arguments.of(SoundObjection.ENDS_EARLY, Sources.conformingSound(1, 0, 29.98)),
                Arguments.of(SoundObjection.CHANNELS, with(good, 1, 48_000)),
                Arguments.of(SoundObjection.SAMPLE_RATE, with(good, 2, 44_100)));
    }

    private static AudioTrack with(AudioTrack track, int channels, int sampleRate) {
        return new AudioTrack(
                track.streamIndex(),
                track.codec(),
                channels,
                sampleRate,
                track.language(),
                track.title(),
                track.startSeconds(),
                track.durationSeconds(),
                track.details());
    }

    private static EncodingPlan plan(VideoTrack track, AudioTrack... sounds) {
        return Sources.plan(Sources.probe(track.durationSeconds(), Optional.of(track), sounds));
    }

    private static List<PictureObjection> objections(VideoTrack track) {
        EncodingPlan plan = plan(track);
        return PassThrough.pictureObjections(plan.probe(), plan.grid().orElseThrow(), plan.rungs());
    }
}
