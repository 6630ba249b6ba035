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
        return switch (ffprobe.probe(input)) {
            case ProbeOutcome.Probed<ProbeReport>(ProbeReport report) -> measure(input, report);
            case ProbeOutcome.Unreadable<ProbeReport>(String sentence, var ignored) ->
                new SourceVerdict.Refused(sentence);
            case ProbeOutcome.TimedOut<ProbeReport> ignored ->
                new SourceVerdict.Refused("The file's headers could not be read within the time allowed for it.");
            case ProbeOutcome.NotRun<ProbeReport>(String reason, var ignored) -> new SourceVerdict.NotNow(reason);
        };
    }

    private SourceVerdict measure(MediaInput input, ProbeReport report) {
        Optional<ProbeReport.VideoStream> video = report.mainVideo().filter(SourceProbes::isDecodable);
        if (video.isEmpty()) {
            return judged(SourceProbes.withoutPicture(input.format(), report));
        }
        if (video.get().colour().space().equals(ProbeReport.Colour.DOLBY_VISION)) {
            return new SourceVerdict.Refused(
                    "The pictures are in Dolby Vision without a picture for other players (profile 5),"
                            + " and can't be shown in their colours. Export the video as HDR10, HLG or SDR.");
        }
        var header = video.get().header();
        return switch (ffprobe.scanVideoPackets(input, header.index(), header.timeBase(), limits.maxFrames())) {
            case ProbeOutcome.Probed<PacketScan>(PacketScan packets) -> {
                double length = packets.endSeconds() - packets.firstPtsSeconds();
                Scan scan = scans.scan(input, video.get(), packets.firstPtsSeconds(), length);
                yield Thread.currentThread().isInterrupted()
                        ? new SourceVerdict.NotNow("the look into the file was interrupted")
                        : judged(SourceProbes.withPicture(input.format(), report, video.get(), packets, scan));
            }
            case ProbeOutcome.Unreadable<PacketScan>(String sentence, var ignored) ->
                new SourceVerdict.Refused(sentence);
            case ProbeOutcome.TimedOut<PacketScan> ignored ->
                new SourceVerdict.Refused("The file could not be read to its end within the time allowed for it.");
            case ProbeOutcome.NotRun<PacketScan>(String reason, var ignored) -> new SourceVerdict.NotNow(reason);
        };
    }

    private SourceVerdict judged(SourceProbe probe) {
        return SourceRules.objection(probe, limits)
                .<SourceVerdict>map(SourceVerdict.Refused::new)
                .orElseGet(() -> new SourceVerdict.Playable(probe));
    }
}
