package io.anpip.transcode.assembler;

import io.anpip.media.ByteSource;
import io.anpip.media.ContainerCheck;
import io.anpip.media.ContainerFormat;
import io.anpip.media.ContainerTables;
import io.anpip.media.Ffprobe;
import io.anpip.media.MediaInput;
import io.anpip.media.ProbeOutcome;
import io.anpip.media.ProbeReport;
import io.anpip.media.Sniffed;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.SourceProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks into an uploaded file and decides whether it can become a video.
 *
 * <p>The kind of container is told from the first bytes and forced on FFmpeg; a playlist or a script is refused before FFmpeg sees it,
 * so nothing is opened that the file names. Then, from cheap to dear, the tables of the container, the headers and, for pictures,
 * every packet are read; each step is taken only when what the one before it told is within the limits.
 */
@ApplicationScoped
public class SourceInspection {

    private final LoopbackSource loopback;
    private final Ffprobe ffprobe;
    private final SourceLimits limits;

    /** What the look into a file came to. */
    public sealed interface Verdict {}

    /** It can become a video. */
    public record Playable(SourceProbe probe) implements Verdict {}

    /** It can't, for good; the sentence is for the person who uploaded it. */
    public record Refused(String sentence) implements Verdict {}

    /** The look itself did not work; nothing is known of the file. */
    public record NotNow(String reason) implements Verdict {}

    public SourceInspection(LoopbackSource loopback, Ffprobe ffprobe, SourceLimits limits) {
        this.loopback = loopback;
        this.ffprobe = ffprobe;
        this.limits = limits;
    }

    /** Inspects the file that these objects, one after the other, are. */
    public Verdict inspect(List<ObjectRef> objects) {
        try (LoopbackSource.OpenFile file = loopback.open(objects)) {
            byte[] head = file.read(0, ContainerFormat.SNIFF_LENGTH);
            return switch (ContainerFormat.sniff(head, file.sizeBytes())) {
                case Sniffed.Refused(String sentence) -> new Refused(sentence);
                case Sniffed.Recognised(ContainerFormat format) -> inspect(file, format);
            };
        }
    }

    private Verdict inspect(LoopbackSource.OpenFile file, ContainerFormat format) {
        Optional<String> complaint = complaint(bytes(file), format);
        if (complaint.isPresent()) {
            return new Refused(complaint.get());
        }
        MediaInput input = MediaInput.http(URI.create(file.url()), format).withMostPixels(limits.maxPixels());
        return answered(ffprobe.probe(input), "headers", report -> measure(input, report));
    }

    private Verdict measure(MediaInput input, ProbeReport report) {
        Optional<String> objection = SourceRules.objection(report, limits);
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        Optional<ProbeReport.VideoStream> video = report.mainVideo().filter(SourceProbes::isDecodable);
        if (video.isEmpty()) {
            return judged(SourceProbes.withoutPicture(input.format(), report, soundScan(input, report)));
        }
        var header = video.get().header();
        return answered(
                ffprobe.scanVideoPackets(input, header.index(), header.timeBase(), limits.maxFrames()),
                "packets",
                scan -> judged(SourceProbes.withPicture(input.format(), report, video.get(), scan)));
    }

    private <T> Verdict answered(ProbeOutcome<T> outcome, String what, Function<T, Verdict> next) {
        return switch (outcome) {
            case ProbeOutcome.Probed<T>(T value) -> next.apply(value);
            case ProbeOutcome.Oversized<T>(long width, long height) ->
                new Refused(SourceRules.oversized(width, height, limits)
                        .orElseGet(() -> "The pictures are " + width + " x " + height
                                + " pixels, which is more than can be decoded."));
            case ProbeOutcome.Unreadable<T>(String sentence, var ignored) -> new Refused(sentence);
            case ProbeOutcome.TimedOut<T> ignored ->
                new Refused("The file's " + what + " could not be read within the time allowed for it.");
            case ProbeOutcome.NotRun<T>(String reason, var ignored) -> new NotNow(reason);
        };
    }

    /** Headers of sound alone guess at its length from the first bit rate (ADTS, MP3); its packets know it. */
    private Optional<PacketScan> soundScan(MediaInput input, ProbeReport report) {
        return report.audioStreams().stream()
                .findFirst()
                .map(ProbeReport.AudioStream::header)
                .map(header -> ffprobe.scanVideoPackets(input, header.index(), header.timeBase(), limits.maxFrames()))
                .flatMap(outcome -> outcome instanceof ProbeOutcome.Probed<PacketScan>(PacketScan scan)
                        ? Optional.of(scan)
                        : Optional.empty());
    }

    private Verdict judged(SourceProbe probe) {
        return SourceRules.objection(probe, limits).<Verdict>map(Refused::new).orElseGet(() -> new Playable(probe));
    }

    /** What a few small reads say against the file, before a demuxer sees it. */
    private Optional<String> complaint(ByteSource bytes, ContainerFormat format) {
        try {
            Optional<String> incomplete =
                    format == ContainerFormat.MP4 ? ContainerCheck.ofMp4(bytes).complaint() : Optional.empty();
            return incomplete.isPresent()
                    ? incomplete
                    : SourceRules.objection(ContainerTables.of(format, bytes), limits);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ByteSource bytes(LoopbackSource.OpenFile file) {
        return new ByteSource() {
            @Override
            public long size() {
                return file.sizeBytes();
            }

            @Override
            public byte[] read(long offset, int length) {
                return file.read(offset, length);
            }
        };
    }
}
