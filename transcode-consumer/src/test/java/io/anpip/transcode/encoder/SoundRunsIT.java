package io.anpip.transcode.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchSpace;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Loudness;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.Ffmpeg;
import io.anpip.transcode.Probing;
import io.anpip.transcode.Sources;
import io.anpip.transcode.command.MeasuredLoudness;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.LoudnessTarget;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.SoundSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs as the encoder makes them, by its own runner. */
@SuppressWarnings("NullAway.Init")
class SoundRunsIT {

    private static final Duration BUDGET = Duration.ofMinutes(1);

    @TempDir
    private Path work;

    private ScratchSpace scratch;
    private SoundRuns runs;
    private Path clip;
    private Path made;

    @BeforeEach
    void openScratch() throws IOException {
        scratch = ScratchSpace.open(work.resolve("scratch"), 0);
        assertThat(scratch.reserve(16L << 20))
                .isInstanceOfSatisfying(
                        ScratchSpace.Reservation.Granted.class,
                        granted -> runs = new SoundRuns(
                                new FfmpegRunner(new FfmpegInstallation(
                                        Ffmpeg.tool("ffmpeg"),
                                        Ffmpeg.tool("ffprobe"),
                                        "as bundled",
                                        FfmpegInstallation.Source.SETTING,
                                        Set.of())),
                                granted.directory(),
                                BUDGET,
                                BUDGET,
                                0.95));
    }

    @AfterEach
    void closeScratch() throws IOException {
        scratch.close();
    }

    /** EBU Tech 3341, case 1: -23 LUFS. */
    @BeforeEach
    void makeATone() {
        clip = work.resolve("tone.wav");
        made = work.resolve("made.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='0.070795*sin(2*PI*1000*t)|0.070795*sin(2*PI*1000*t)':s=48000:d=6",
                clip.toString());
    }

    @Test
    void oneRunMakesAndMeasuresSoundThatStaysAsItIs() throws IOException {
        assertThat(make(Optional.empty())).isInstanceOfSatisfying(SoundRuns.Result.Made.class, result -> {
            Loudness loudness = result.loudness().orElseThrow();
            assertThat(loudness.integratedLufs()).isCloseTo(-23, within(0.5));
            assertThat(loudness.gainDb()).isZero();
        });
        assertThat(loudnessOf(made)).isCloseTo(-23, within(0.5));
    }

    @Test
    void twoRunsBringItToTheLoudnessThatIsAskedForAndSayByHowMuch() throws IOException {
        assertThat(make(Optional.of(new LoudnessTarget(-16, -1.5))))
                .isInstanceOfSatisfying(SoundRuns.Result.Made.class, result -> {
                    Loudness loudness = result.loudness().orElseThrow();
                    assertThat(loudness.integratedLufs()).isCloseTo(-23, within(0.5));
                    assertThat(loudness.gainDb()).isCloseTo(7, within(0.5));
                });
        assertThat(loudnessOf(made)).isCloseTo(-16, within(1.0));
    }

    @Test
    void whatCannotBeReadIsNotMade() throws IOException {
        EncodingPlan plan = plan(Optional.of(new LoudnessTarget(-16, -1.5)));
        Files.write(clip, new byte[64]);

        assertThat(runs.make(plan, plan.audio().getFirst(), MediaInput.file(clip, ContainerFormat.WAV), made))
                .isInstanceOfSatisfying(
                        SoundRuns.Result.NotMade.class,
                        result -> assertThat(result.reason().kind()).isEqualTo(FailureKind.PERMANENT));
    }

    private SoundRuns.Result make(Optional<LoudnessTarget> target) throws IOException {
        EncodingPlan plan = plan(target);
        return runs.make(plan, plan.audio().getFirst(), MediaInput.file(clip, ContainerFormat.WAV), made);
    }

    private EncodingPlan plan(Optional<LoudnessTarget> target) throws IOException {
        PlanSettings standard = Sources.settings();
        return EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("work", "source", 1, ""),
                Probing.probe(clip),
                new PlanSettings(
                        standard.profile(),
                        standard.ladders(),
                        standard.negligibleGain(),
                        standard.grid(),
                        standard.encoder(),
                        new SoundSettings(0, List.of(), target),
                        standard.passThrough(),
                        standard.downloads()));
    }

    private static double loudnessOf(Path file) {
        return MeasuredLoudness.in(
                        Ffmpeg.log("-i", file.toString(), "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-")
                                .lines()
                                .toList())
                .orElseThrow()
                .integratedLufs();
    }
}
