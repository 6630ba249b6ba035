package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.media.ContainerFormat;
import io.anpip.media.DecodedPackets;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.cmaf.AudioTrackRewriter;
import io.anpip.transcode.cmaf.RewriteOutcome;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.MissingEnds;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PlanSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged packets are counted while they are decoded, and what they leave out is filled, by the real FFmpeg. */
class DamagedSourceIT {

    private static final PlanSettings SHORT_CHUNKS = Sources.encodingAll(Duration.ofSeconds(6), Duration.ofSeconds(6));

    private final FfmpegRunner ffmpeg = new FfmpegRunner(installation());

    @TempDir
    private Path work;

    @Test
    void aWholeSourceHasNoDamage() throws IOException {
        Path clip = clip("whole.mp4", "-c:v", "libx264", "-g", "50");

        assertThat(counted(clip)).isEqualTo(new DecodedPackets(500, 0));
    }

    @Test
    void everyDamagedPictureIsCounted() throws IOException {
        Path clip = clip("whole.avi", "-c:v", "mpeg4", "-g", "25");

        DecodedPackets few = counted(DamagedClips.damaged(clip, "v:0", n -> n % 50 == 20, work.resolve("few.avi")));
        DecodedPackets many = counted(DamagedClips.damaged(clip, "v:0", n -> n % 5 == 2, work.resolve("many.avi")));

        assertThat(few.read()).isEqualTo(500);
        assertThat(few.damagedShare()).isCloseTo(0.02, within(0.005));
        assertThat(many.damagedShare()).isCloseTo(0.2, within(0.02));
    }

    @Test
    void damagedPicturesOfH264AreCountedToo() throws IOException {
        Path clip = clip("whole.mp4", "-c:v", "libx264", "-g", "50", "-bf", "0");

        assertThat(counted(DamagedClips.damaged(clip, "v:0", n -> n % 5 == 2, work.resolve("many.mp4")))
                        .damagedShare())
                .isCloseTo(0.2, within(0.06));
    }

    @Test
    void aHoleOverTheStartOfAChunkIsFilledSoThatEveryFrameIsThere() throws IOException {
        Path clip = clip("whole.mp4", "-c:v", "libx264", "-g", "25", "-bf", "0");
        SourceProbe probe = Probing.probe(clip);
        // The second chunk begins at frame 150; nothing around it can be decoded.
        Path hole = DamagedClips.damaged(clip, "v:0", n -> n >= 100 && n < 200, work.resolve("hole.mp4"));
        EncodingPlan plan = plan(hole, probe);
        FrameGrid grid = plan.grid().orElseThrow();
        ChunkRange chunk = grid.chunks().get(1);

        FfmpegOutcome.Completed unfilled = run(ChunkEncodeCommand.of(plan, chunk, input(hole), work));
        assertThat(rewritten(plan, grid, chunk)).as("without filling").isNotInstanceOf(Rewritten.class);
        assertThat(unfilled.decoded().damagedShare()).isPositive();

        run(ChunkEncodeCommand.of(plan, chunk, input(hole), work, MissingEnds.FILLED));
        assertThat(rewritten(plan, grid, chunk)).as("filled").isInstanceOf(Rewritten.class);
    }

    @Test
    void aHoleUpToTheEndIsFilledWithTheLastGoodPicture() throws IOException {
        Path clip = clip("whole.mp4", "-c:v", "libx264", "-g", "25", "-bf", "0");
        SourceProbe probe = Probing.probe(clip);
        Path hole = DamagedClips.damaged(clip, "v:0", n -> n >= 440, work.resolve("hole.mp4"));
        EncodingPlan plan = plan(hole, probe);
        FrameGrid grid = plan.grid().orElseThrow();
        ChunkRange last = grid.chunks().getLast();

        run(ChunkEncodeCommand.of(plan, last, input(hole), work, MissingEnds.FILLED));

        assertThat(rewritten(plan, grid, last)).isInstanceOf(Rewritten.class);
    }

    @Test
    void damagedSoundIsCountedAndSilenceStandsIn() throws IOException {
        Path clip = SampleClips.moving(work.resolve("whole.mp4"), "64x64", "25", 10, "-c:v", "mpeg4", "-c:a", "ac3");
        SourceProbe probe = Probing.probe(clip);
        Path damaged = DamagedClips.damaged(clip, "a:0", n -> n % 10 == 3, work.resolve("damaged.mp4"));
        EncodingPlan plan = plan(damaged, probe);
        Path sound = work.resolve("sound.mp4");

        FfmpegOutcome.Completed run =
                run(AudioEncodeCommand.of(plan, plan.audio().getFirst(), input(damaged), sound));

        assertThat(run.decoded().damagedShare()).isCloseTo(0.1, within(0.02));
        RewriteOutcome track = AudioTrackRewriter.rewrite(sound, plan.audioGrid());
        assertThat(track).isInstanceOf(Rewritten.class);
    }

    private Path clip(String name, String... arguments) {
        return SampleClips.numbered(work.resolve(name), "320x240", "25", 500, arguments);
    }

    private DecodedPackets counted(Path clip) {
        List<String> decoding = new java.util.ArrayList<>(input(clip));
        decoding.addAll(List.of("-map", "0:v:0", "-f", "null", "-"));
        return run(decoding).decoded();
    }

    private FfmpegOutcome.Completed run(List<String> arguments) {
        FfmpegOutcome outcome =
                ffmpeg.run(new FfmpegCommand(arguments, Duration.ofMinutes(1)), ProgressListener.ignoring());
        assertThat(outcome).isInstanceOf(FfmpegOutcome.Completed.class);
        return (FfmpegOutcome.Completed) outcome;
    }

    private RewriteOutcome rewritten(EncodingPlan plan, FrameGrid grid, ChunkRange chunk) throws IOException {
        return VideoChunkRewriter.rewrite(
                ChunkEncodeCommand.outputFile(work, plan.rungs().getFirst()), grid, chunk);
    }

    private static EncodingPlan plan(Path clip, SourceProbe probe) {
        return EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("work", "source", clip.toFile().length(), ""),
                probe,
                SHORT_CHUNKS);
    }

    private static List<String> input(Path clip) {
        String name = clip.toString();
        ContainerFormat format = name.endsWith(".avi")
                ? ContainerFormat.AVI
                : name.endsWith(".mkv") ? ContainerFormat.MATROSKA : ContainerFormat.MP4;
        return MediaInput.file(clip, format).arguments();
    }

    private static FfmpegInstallation installation() {
        return switch (FfmpegInstallation.locate(Optional.of(Ffmpeg.folder()))) {
            case FfmpegLookup.Found(FfmpegInstallation found) -> found;
            case FfmpegLookup.Missing(String sentence) -> throw new AssertionError(sentence);
        };
    }
}
