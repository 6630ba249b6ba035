package io.anpip.transcode.assembler;

import io.anpip.media.FfmpegRunner;
import io.anpip.media.Ffprobe;
import io.anpip.media.MediaInput;
import io.anpip.media.PacketScan;
import io.anpip.media.ProbeOutcome;
import io.anpip.media.ProbeReport;
import io.anpip.media.ScanDetection;
import io.anpip.media.picture.Scan;
import io.anpip.schemas.SourceProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a file of a known container holds: its headers, every packet of its pictures and, where they may be interlaced, a few
 * pictures. What headers claim counts only where nothing better is known.
 */
@ApplicationScoped
public class SourceReading {

    private final Ffprobe ffprobe;
    private final ScanDetection scans;
    private final SourceLimits limits;

    public SourceReading(Ffprobe ffprobe, FfmpegRunner ffmpeg, SourceLimits limits) {
        this.ffprobe = ffprobe;
        this.scans = new ScanDetection(ffmpeg);
        this.limits = limits;
    }

    /** Reads a file and decides whether it can become a video. */
    public SourceVerdict read(MediaInput input) {
        return answered(ffprobe.probe(input), "headers", report -> measure(input, report));
    }

    private SourceVerdict measure(MediaInput input, ProbeReport report) {
        Optional<String> objection = SourceRules.objection(report, limits);
        if (objection.isPresent()) {
            return new SourceVerdict.Refused(objection.get());
        }
        Optional<ProbeReport.VideoStream> video = report.mainVideo().filter(SourceProbes::isDecodable);
        if (video.isEmpty()) {
            return judged(SourceProbes.withoutPicture(input.format(), report, soundScan(input, report)));
        }
        if (video.get().colour().space().equals(ProbeReport.Colour.DOLBY_VISION)) {
            return new SourceVerdict.Refused(
                    "The pictures are in Dolby Vision without a picture for other players (profile 5),"
                            + " and can't be shown in their colours. Export the video as HDR10, HLG or SDR.");
        }
        var header = video.get().header();
        return answered(
                ffprobe.scanVideoPackets(input, header.index(), header.timeBase(), limits.maxFrames()),
                "packets",
                packets -> withPicture(input, report, video.get(), packets));
    }

    private SourceVerdict withPicture(
            MediaInput input, ProbeReport report, ProbeReport.VideoStream video, PacketScan packets) {
        // What is beyond the limits is not decoded, not even for the vote.
        SourceVerdict unseen =
                judged(SourceProbes.withPicture(input.format(), report, video, packets, Scan.PROGRESSIVE));
        if (!(unseen instanceof SourceVerdict.Playable)) {
            return unseen;
        }
        double length = packets.endSeconds() - packets.firstPtsSeconds();
        Scan scan = scans.scan(input, video, packets.firstPtsSeconds(), length);
        return Thread.currentThread().isInterrupted()
                ? new SourceVerdict.NotNow("the look into the file was interrupted")
                : judged(SourceProbes.withPicture(input.format(), report, video, packets, scan));
    }

    private <T> SourceVerdict answered(ProbeOutcome<T> outcome, String what, Function<T, SourceVerdict> next) {
        return switch (outcome) {
            case ProbeOutcome.Probed<T>(T value) -> next.apply(value);
            case ProbeOutcome.Oversized<T>(long width, long height) ->
                new SourceVerdict.Refused(SourceRules.oversized(width, height, limits)
                        .orElseGet(() -> "The pictures are " + width + " x " + height
                                + " pixels, which is more than can be decoded."));
            case ProbeOutcome.Unreadable<T>(String sentence, var ignored) -> new SourceVerdict.Refused(sentence);
            case ProbeOutcome.TimedOut<T> ignored ->
                new SourceVerdict.Refused("The file's " + what + " could not be read within the time allowed for it.");
            case ProbeOutcome.NotRun<T>(String reason, var ignored) -> new SourceVerdict.NotNow(reason);
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

    private SourceVerdict judged(SourceProbe probe) {
        return SourceRules.objection(probe, limits)
                .<SourceVerdict>map(SourceVerdict.Refused::new)
                .orElseGet(() -> new SourceVerdict.Playable(probe));
    }
}
