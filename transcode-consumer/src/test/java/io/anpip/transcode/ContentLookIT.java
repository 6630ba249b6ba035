package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegCommand;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.command.ContentLookCommand;
import io.anpip.transcode.command.ContentLookCommand.Comparison;
import io.anpip.transcode.ladder.ContentLadder;
import io.anpip.transcode.ladder.MeasuredGain;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.ladder.SimilarityReport;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PlanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real FFmpeg measures on pictures of known content leads to the ladder that content needs. */
class ContentLookIT {

    private static final PlanSettings SETTINGS = Sources.settings();

    @TempDir
    private Path work;

    @Test
    void picturesRichInDetailKeepAllRungs() throws IOException {
        Path clip = clip("testsrc2=size=1280x720:rate=5:duration=6");

        assertThat(names(ladder(clip))).containsExactly("240p", "360p", "480p", "720p");
    }

    @Test
    void anUpscaledRecordingLosesTheUpperRungs() throws IOException {
        Path clip = clip("mandelbrot=size=320x180:rate=5,scale=1280:720:flags=bicubic,trim=duration=6");

        ContentLadder ladder = ladder(clip);

        assertThat(names(ladder)).containsExactly("240p", "360p");
        assertThat(ladder.leftOut()).extracting(left -> left.name()).containsExactly("480p", "720p");
        assertThat(ladder.leftOut().getFirst().reason()).startsWith("480p would show no more than 360p");
    }

    @Test
    void aFlatColourKeepsTwoRungs() throws IOException {
        assertThat(names(ladder(clip("color=0x336699:size=1280x720:rate=5:duration=6"))))
                .containsExactly("240p", "360p");
    }

    @Test
    void smallPrintInAFlatPictureKeepsAllRungs() throws IOException {
        Path clip = clip(
                "color=white:size=1280x720:rate=5:duration=6[page];"
                        + "life=size=160x24:rate=5:ratio=0.3:seed=7:death_color=black:life_color=white[print];[page][print]overlay=500:400:shortest=0");

        assertThat(names(ladder(clip))).containsExactly("240p", "360p", "480p", "720p");
    }

    @Test
    void portraitPicturesAreMeasuredAsTheyAreShown() throws IOException {
        assertThat(names(ladder(clip("testsrc2=size=480x854:rate=5:duration=6"))))
                .containsExactly("240p", "360p", "480p");
    }

    private Path clip(String graph) {
        Path file = work.resolve("clip.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                graph,
                "-t",
                "6",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "16",
                "-g",
                "10",
                "-pix_fmt",
                "yuv420p",
                file.toString());
        return file;
    }

    private ContentLadder ladder(Path clip) throws IOException {
        EncodingPlan plan = EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("anpip-work", "source", Files.size(clip), ""),
                Probing.probe(clip),
                SETTINGS);
        Ffmpeg.run(ContentLookCommand.of(plan, 4, List.of("-i", clip.toString()), work, FfmpegCommand::filterValue));
        List<MeasuredGain> gains = new ArrayList<>();
        for (Comparison comparison : ContentLookCommand.comparisons(plan.rungs())) {
            List<String> lines = Files.readAllLines(comparison.report(work));
            assertThat(lines).as("four pictures of 64 tiles").hasSize(4 * 64);
            gains.add(new MeasuredGain(
                    comparison.larger().shortSide(),
                    comparison.smaller().shortSide(),
                    1 - SimilarityReport.lowest(lines).orElseThrow()));
        }
        return ContentLadder.of(plan.rungs(), gains, SETTINGS.negligibleGain());
    }

    private static List<String> names(ContentLadder ladder) {
        return ladder.rungs().stream().map(Rung::name).toList();
    }
}
