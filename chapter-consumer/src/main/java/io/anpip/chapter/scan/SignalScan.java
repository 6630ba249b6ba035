package io.anpip.chapter.scan;

import io.anpip.chapter.command.SignalScanCommand;
import io.anpip.chapter.command.SignalScanCommand.Files;
import io.anpip.chapter.config.ChapterConfig;
import io.anpip.chapter.signal.Interval;
import io.anpip.chapter.signal.MetadataLog;
import io.anpip.chapter.signal.Signals;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs the scan of a source and reads what it wrote down. */
@Startup
@ApplicationScoped
public class SignalScan {

    private final FfmpegRunner runner;
    private final ChapterConfig config;

    public SignalScan(FfmpegRunner runner, ChapterConfig config) {
        this.runner = runner;
        this.config = config;
    }

    /** Runs, at most twice, and says how it ended; {@link #signals} reads the result. */
    FfmpegVerdict run(SourceProbe probe, MediaInput input, ScratchDirectory scratch) {
        var audio = probe.audio().stream().mapToInt(AudioTrack::streamIndex).findFirst();
        var video =
                probe.video().map(VideoTrack::streamIndex).map(OptionalInt::of).orElse(OptionalInt.empty());
        var thresholds = new SignalScanCommand.Thresholds(
                config.signals().cutScore(),
                config.signals().silenceBelowDb(),
                config.signals().silenceAtLeast());
        Duration wall = config.decoding().baseLimit().plus(Duration.ofSeconds(2L * (long) probe.durationSeconds()));
        FfmpegCommand command = new SignalScanCommand(
                        input, video, audio, thresholds, config.decoding().threads())
                .into(files(scratch), wall, config.decoding().stallLimit())
                .within(scratch);
        return FfmpegVerdict.ofTwoTries(() -> runner.run(command, ProgressListener.ignoring()));
    }

    /** What a run has written down. */
    Signals signals(ScratchDirectory scratch, double videoSeconds) {
        Files files = files(scratch);
        double shortestBlack = config.signals().blackAtLeast().toMillis() / 1000.0;
        List<Interval> blacks = lines(
                files.blacks(),
                lines -> MetadataLog.intervals(lines, "lavfi.black_start", "lavfi.black_end", videoSeconds));
        return new Signals(
                lines(files.cuts(), MetadataLog::cuts),
                blacks.stream()
                        .filter(black -> black.lengthSeconds() >= shortestBlack)
                        .toList(),
                lines(
                        files.silences(),
                        lines -> MetadataLog.intervals(
                                lines, "lavfi.silence_start", "lavfi.silence_end", videoSeconds)));
    }

    private static Files files(ScratchDirectory scratch) {
        return new Files(scratch.file("cuts.txt"), scratch.file("blacks.txt"), scratch.file("silences.txt"));
    }

    private static <T> List<T> lines(Path file, Function<Stream<String>, List<T>> reading) {
        try (BufferedReader reader = java.nio.file.Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return reading.apply(reader.lines());
        } catch (NoSuchFileException noSuchTrack) {
            return List.of();
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("The signals cannot be read", diskTrouble);
        }
    }
}
