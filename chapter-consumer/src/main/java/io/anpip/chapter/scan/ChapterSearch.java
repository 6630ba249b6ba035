package io.anpip.chapter.scan;

import io.anpip.chapter.config.ChapterConfig;
import io.anpip.chapter.container.ContainerChapters;
import io.anpip.chapter.document.ChapterList;
import io.anpip.chapter.fusion.Boundary;
import io.anpip.chapter.fusion.ChapterRules;
import io.anpip.chapter.fusion.Fusion;
import io.anpip.chapter.scan.SearchOutcome.Failed;
import io.anpip.chapter.scan.SearchOutcome.Found;
import io.anpip.chapter.scan.SearchOutcome.NotNow;
import io.anpip.chapter.signal.Signals;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.FfmpegVerdict.Fine;
import io.anpip.media.FfmpegVerdict.InputAtFault;
import io.anpip.media.FfmpegVerdict.NotItsFault;
import io.anpip.media.FfmpegVerdict.Suspect;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SourceReady;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the chapters of a stored source: in the file's own marks first, in its picture and sound otherwise.
 *
 * <p>Threading: blocks; for a worker thread.
 */
@ApplicationScoped
public class ChapterSearch {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChapterSearch.class);

    /** Room for what the filters write down of a very long video. */
    private static final long SCRATCH_BYTES = 64L << 20;

    private final LoopbackSource sources;
    private final ScratchSpace scratch;
    private final SignalScan scan;
    private final ChapterConfig config;

    public ChapterSearch(LoopbackSource sources, ScratchSpace scratch, SignalScan scan, ChapterConfig config) {
        this.sources = sources;
        this.scratch = scratch;
        this.scan = scan;
        this.config = config;
    }

    /** The chapters of a source. */
    public SearchOutcome chaptersOf(SourceReady source) {
        SourceProbe probe = source.probe();
        List<Chapter> carried =
                ContainerChapters.sensible(probe.chapters(), probe.durationSeconds(), config.maxFromContainer());
        if (!carried.isEmpty()) {
            return new Found(ChapterList.carried(carried, probe.durationSeconds()));
        }
        if (probe.video().isEmpty() && probe.audio().isEmpty()) {
            return failed(FailureKind.PERMANENT, "the file has neither picture nor sound.");
        }
        Optional<ContainerFormat> format = ContainerFormat.readBy(probe.demuxer());
        return format.isEmpty()
                ? failed(FailureKind.PERMANENT, "this kind of file is not known here.")
                : scanned(source, format.get());
    }

    private SearchOutcome scanned(SourceReady source, ContainerFormat format) {
        try (var file = sources.open(List.of(source.object()))) {
            MediaInput input = MediaInput.http(URI.create(file.url()), format);
            return switch (scratch.reserve(SCRATCH_BYTES)) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) -> new NotNow(sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield scanned(source.probe(), input, directory);
                    }
                }
            };
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("The scratch disk cannot be used", diskTrouble);
        }
    }

    private SearchOutcome scanned(SourceProbe probe, MediaInput input, ScratchDirectory directory) {
        return switch (scan.run(probe, input, directory)) {
            case Scanned.Done(Signals signals) -> new Found(chapters(probe, signals, config));
            case Scanned.Stopped(FfmpegVerdict verdict) -> stopped(verdict);
        };
    }

    private static SearchOutcome stopped(FfmpegVerdict verdict) {
        return switch (verdict) {
            case Fine ignored -> throw new IllegalStateException("A run that is fine has not stopped");
            case InputAtFault(List<String> lines) -> {
                LOGGER.info("FFmpeg could not scan the source: {}", lines);
                yield failed(FailureKind.PERMANENT, "the file's data cannot be decoded.");
            }
            case Suspect(String reason, List<String> lines) -> {
                LOGGER.warn("FFmpeg was given up after two tries, {}: {}", reason, lines);
                yield failed(FailureKind.SUSPECT, "it was given up after two tries: " + reason + '.');
            }
            case NotItsFault(String reason) -> new NotNow(reason);
        };
    }

    /** The chapters that follow from what was noticed. */
    static ChapterList chapters(SourceProbe probe, Signals signals, ChapterConfig config) {
        var rules = new ChapterRules(
                config.maxCount(),
                config.shortest().toMillis() / 1000.0,
                config.longestMinimum().toMillis() / 1000.0,
                config.minScore());
        List<Boundary> boundaries = probe.video().isPresent()
                ? Fusion.ofPicture(signals)
                : Fusion.ofSound(
                        signals.silences(), config.signals().pauseAtLeast().toMillis() / 1000.0);
        return ChapterList.found(rules.choose(boundaries, probe.durationSeconds()), probe.durationSeconds());
    }

    private static SearchOutcome failed(FailureKind kind, String why) {
        return new Failed(new Failure(kind, "No chapters could be made: " + why));
    }
}
