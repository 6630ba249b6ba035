package io.anpip.chapter.scan;

import io.anpip.chapter.command.SignalScanCommand;
import io.anpip.chapter.picture.KeyPictures;
import io.anpip.chapter.picture.PictureTrail;
import io.anpip.chapter.picture.Pictures;
import io.anpip.chapter.signal.Interval;
import io.anpip.chapter.signal.MetadataLog;
import io.anpip.media.ScratchDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files the runs of one scan write, in a scratch directory of their own, and what stands in them. */
record ScanFiles(ScratchDirectory scratch) {

    SignalScanCommand.Files ofRun() {
        return new SignalScanCommand.Files(scratch.file("pictures.yuv"), scratch.file("silences.txt"));
    }

    Path times() {
        return scratch.file("times.txt");
    }

    KeyPictures keyPictures() {
        return new KeyPictures(pictures(), lines(times(), MetadataLog::times));
    }

    PictureTrail trail(double startSeconds, double rate) {
        return new PictureTrail(pictures(), startSeconds, rate);
    }

    List<Interval> silences(double videoSeconds) {
        return lines(
                ofRun().silences(),
                lines -> MetadataLog.intervals(lines, "lavfi.silence_start", "lavfi.silence_end", videoSeconds));
    }

    private Pictures pictures() {
        try {
            return new Pictures(Files.readAllBytes(ofRun().pictures()));
        } catch (NoSuchFileException noPicture) {
            return new Pictures(new byte[0]);
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("The pictures cannot be read", diskTrouble);
        }
    }

    private static <T> List<T> lines(Path file, Function<Stream<String>, List<T>> reading) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return reading.apply(reader.lines());
        } catch (NoSuchFileException noSuchTrack) {
            return List.of();
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("The signals cannot be read", diskTrouble);
        }
    }
}
