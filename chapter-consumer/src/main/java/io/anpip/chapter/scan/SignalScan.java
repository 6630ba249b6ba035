package io.anpip.chapter.scan;

import io.anpip.chapter.command.SignalScanCommand;
import io.anpip.chapter.command.SignalScanCommand.Taking;
import io.anpip.chapter.config.ChapterConfig;
import io.anpip.chapter.picture.BlankSearch;
import io.anpip.chapter.picture.KeyPictureReading;
import io.anpip.chapter.picture.KeyPictures;
import io.anpip.chapter.picture.PictureTrail;
import io.anpip.chapter.picture.TransitionSearch;
import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;
import io.anpip.chapter.signal.Signals;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.FfmpegVerdict.Fine;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs the scan of a source and reads what it wrote down.
 *
 * <p>Decoding is nearly all it costs. So where key pictures are far apart, they alone are decoded first, and then what they leave unclear;
 * the whole video only where that is most of it.
 */
@Startup
@ApplicationScoped
public class SignalScan {

    /** An opened file and a seek cost about as much as a second of decoding; with more stretches one pass is as good. */
    private static final int MOST_STRETCHES = 16;

    /** Containers that tell where each key picture lies, so that a seek finds it. */
    private static final Set<ContainerFormat> INDEXED = Set.of(ContainerFormat.MP4, ContainerFormat.MATROSKA);

    private static final double WORTH_LOOKING_INTO_PARTS = 0.6;

    private final FfmpegRunner runner;
    private final ChapterConfig config;

    public SignalScan(FfmpegRunner runner, ChapterConfig config) {
        this.runner = runner;
        this.config = config;
    }

    /** Runs FFmpeg, each command at most twice. */
    Scanned run(SourceProbe probe, MediaInput input, ScratchDirectory scratch) {
        return new Run(probe, input, new ScanFiles(scratch)).scanned();
    }

    /** What was noticed in a picture. */
    private record Seen(List<Cut> cuts, List<Interval> blanks) {}

    private final class Run {

        private final SourceProbe probe;
        private final MediaInput input;
        private final ScanFiles files;
        private final OptionalInt sound;
        private final double rate;

        Run(SourceProbe probe, MediaInput input, ScanFiles files) {
            this.probe = probe;
            this.input = input;
            this.files = files;
            this.sound =
                    probe.audio().stream().mapToInt(AudioTrack::streamIndex).findFirst();
            this.rate = Math.min(
                    config.signals().picturesPerSecond(),
                    config.signals().mostPictures() / Math.max(1, probe.durationSeconds()));
        }

        Scanned scanned() {
            Optional<Seen> parts =
                    probe.video().filter(this::hasFewKeyPictures).flatMap(track -> byKeyPictures(track.streamIndex()));
            if (parts.isPresent()) {
                return done(parts.get());
            }
            FfmpegVerdict whole = run(
                    probe.video().map(track -> new Taking.SteadyPictures(track.streamIndex(), rate, Optional.empty())),
                    sound);
            return whole instanceof Fine
                    ? done(probe.video().isPresent() ? seen(files.trail(0, rate)) : new Seen(List.of(), List.of()))
                    : new Scanned.Stopped(whole);
        }

        private boolean hasFewKeyPictures(VideoTrack track) {
            return track.largestKeyFrameGapSeconds()
                            >= config.signals().keyPicturesApart().toMillis() / 1000.0
                    && INDEXED.contains(input.format());
        }

        /** Empty when the whole video has to be looked at all the same; trouble of any kind is met there again. */
        private Optional<Seen> byKeyPictures(int stream) {
            if (!(run(Optional.of(new Taking.KeyPicturesOnly(stream, rate, files.times())), sound) instanceof Fine)) {
                return Optional.empty();
            }
            KeyPictures keys = files.keyPictures();
            KeyPictureReading reading = KeyPictureReading.of(keys, probe.durationSeconds());
            if (keys.count() == 0
                    || reading.unclear().size() > MOST_STRETCHES
                    || reading.unclearSeconds() > WORTH_LOOKING_INTO_PARTS * probe.durationSeconds()) {
                return Optional.empty();
            }
            List<Cut> cuts = new ArrayList<>(reading.cuts());
            List<Interval> blanks = new ArrayList<>();
            for (Interval stretch : reading.unclear()) {
                var taking = new Taking.SteadyPictures(stream, rate, Optional.of(stretch));
                if (!(run(Optional.of(taking), OptionalInt.empty()) instanceof Fine)) {
                    return Optional.empty();
                }
                Seen seen = seen(files.trail(stretch.startSeconds(), rate));
                cuts.addAll(seen.cuts);
                blanks.addAll(seen.blanks);
            }
            return Optional.of(new Seen(cuts, blanks));
        }

        private Seen seen(PictureTrail trail) {
            // A stretch of pictures is as long as their number says; a rounding error must not cut it short.
            double shortestBlank = config.signals().blackAtLeast().toMillis() / 1000.0 - 0.001;
            return new Seen(
                    TransitionSearch.cuts(trail),
                    BlankSearch.blanks(trail).stream()
                            .filter(blank -> blank.lengthSeconds() >= shortestBlank)
                            .toList());
        }

        private Scanned done(Seen seen) {
            return new Scanned.Done(new Signals(
                    seen.cuts.stream()
                            .sorted(Comparator.comparingDouble(Cut::atSeconds))
                            .toList(),
                    seen.blanks.stream()
                            .sorted(Comparator.comparingDouble(Interval::startSeconds))
                            .toList(),
                    files.silences(probe.durationSeconds())));
        }

        private FfmpegVerdict run(Optional<Taking> pictures, OptionalInt listened) {
            Duration wall = config.decoding().baseLimit().plus(Duration.ofSeconds(2L * (long) probe.durationSeconds()));
            var command = new SignalScanCommand(
                            input,
                            pictures,
                            listened,
                            new SignalScanCommand.Silence(
                                    config.signals().silenceBelowDb(),
                                    config.signals().silenceAtLeast()),
                            new SignalScanCommand.Limits(
                                    config.decoding().threads(),
                                    wall,
                                    config.decoding().stallLimit()))
                    .into(files.ofRun())
                    .within(files.scratch());
            return FfmpegVerdict.ofTwoTries(() -> runner.run(command, ProgressListener.ignoring()));
        }
    }
}
