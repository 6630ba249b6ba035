package io.anpip.chapter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.SampleMedia;
import io.anpip.chapter.config.ChapterConfig;
import io.anpip.chapter.document.ChapterList;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchSpace;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How well chapters are found: generated clips whose cuts are known, by real FFmpeg, measured as precision and recall. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ChapterCorpusIT {

    private static final double GOAL = 0.8;
    private static final double CLOSE_SECONDS = 0.5;

    private FfmpegRunner ffmpeg;
    private SignalScan scan;
    private ScratchSpace scratch;
    private final ChapterConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 1000, new DurationConverter())
            .withMapping(ChapterConfig.class)
            .build()
            .getConfigMapping(ChapterConfig.class);

    /** How a clip is coded; where key pictures lie decides what is decoded. */
    private enum Coding {
        /** One key picture in ten seconds, wherever cuts are. */
        FAR_APART(10, "-preset", "ultrafast", "-g", "250"),
        /** Key pictures at cuts, B-frames between them. */
        AT_CUTS(10, "-preset", "veryfast", "-g", "250"),
        /** A key picture every half second. */
        CLOSE(0.5, "-preset", "ultrafast", "-g", "12", "-sc_threshold", "0"),
        /** A key picture every two seconds, as for streaming. */
        STEADY(2, "-preset", "superfast", "-g", "50", "-sc_threshold", "0");

        private final double largestGapSeconds;
        private final List<String> options;

        Coding(double largestGapSeconds, String... options) {
            this.largestGapSeconds = largestGapSeconds;
            this.options = List.of(options);
        }
    }

    /** What was found in one clip. */
    private record Measured(CorpusClip clip, Coding coding, List<Double> found) {

        long right() {
            return clip.starts().stream()
                    .filter(start -> found.stream().anyMatch(time -> Math.abs(time - start) <= CLOSE_SECONDS))
                    .count();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-45s %-10s %d of %d found, %d wrong: %s",
                    clip.name(),
                    coding,
                    right(),
                    clip.starts().size(),
                    found.size() - right(),
                    found);
        }
    }

    @BeforeAll
    void tools(@TempDir Path directory) throws IOException {
        Path unpacked = BundledFfmpeg.unpack(
                LocalStackSettings.in(Path.of("target", "local-stack")).cacheDirectory());
        var found = (FfmpegLookup.Found) FfmpegInstallation.locate(Optional.of(unpacked));
        ffmpeg = new FfmpegRunner(found.installation());
        scan = new SignalScan(ffmpeg, config);
        scratch = ScratchSpace.open(directory.resolve("scratch"), 0);
    }

    @Test
    void chaptersAreFoundWhereTheyAreAndNowhereElse(@TempDir Path directory) throws IOException {
        List<Measured> all = new ArrayList<>();
        Coding[] codings = Coding.values();
        for (CorpusClip clip : CorpusClip.all()) {
            // Each clip in one coding, and each coding with every kind of clip.
            all.add(measured(clip, codings[all.size() % codings.length], directory));
        }

        long found = all.stream().mapToLong(clip -> clip.found().size()).sum();
        long right = all.stream().mapToLong(Measured::right).sum();
        long known = all.stream().mapToLong(clip -> clip.clip().starts().size()).sum();
        double precision = (double) right / found;
        double recall = (double) right / known;
        String table = all.stream().map(Measured::line).collect(Collectors.joining("\n", "\n", "\n"))
                + String.format(Locale.ROOT, "precision %.3f, recall %.3f of %d%n", precision, recall, known);
        Files.writeString(Path.of("target", "chapter-corpus.txt"), table);
        assertThat(precision).as(table).isGreaterThanOrEqualTo(GOAL);
        assertThat(recall).as(table).isGreaterThanOrEqualTo(GOAL);
        assertThat(all)
                .as(table)
                .filteredOn(clip -> clip.clip().starts().isEmpty())
                .hasSizeGreaterThan(5)
                .allSatisfy(clip -> assertThat(clip.found()).isEmpty());
    }

    private Measured measured(CorpusClip clip, Coding coding, Path directory) throws IOException {
        Path file = directory.resolve("clip.mp4");
        make(clip, coding, file);
        var granted = (ScratchSpace.Reservation.Granted) scratch.reserve(1 << 20);
        try (var run = granted.directory()) {
            var probe = SampleMedia.probe(clip.seconds(), coding.largestGapSeconds);
            Scanned scanned = scan.run(probe, MediaInput.file(file, ContainerFormat.MP4), run);
            assertThat(scanned).as(clip.name()).isInstanceOf(Scanned.Done.class);
            var done = (Scanned.Done) scanned;
            return new Measured(
                    clip,
                    coding,
                    ChapterSearch.chapters(probe, done.signals(), config).chapters().stream()
                            .skip(1)
                            .map(ChapterList.Entry::startSeconds)
                            .toList());
        }
    }

    private void make(CorpusClip clip, Coding coding, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", clip.sound()));
        arguments.addAll(List.of("-filter_complex", clip.picture() + ",format=yuv420p[picture]"));
        arguments.addAll(List.of("-map", "[picture]", "-map", "0:a", "-t", Double.toString(clip.seconds())));
        arguments.addAll(List.of("-c:v", "libx264"));
        arguments.addAll(coding.options);
        arguments.addAll(List.of("-c:a", "aac", file.toString()));
        assertThat(ffmpeg.run(new FfmpegCommand(arguments, Duration.ofMinutes(1)), ProgressListener.ignoring()))
                .as(clip.name())
                .isInstanceOf(FfmpegOutcome.Completed.class);
    }
}
