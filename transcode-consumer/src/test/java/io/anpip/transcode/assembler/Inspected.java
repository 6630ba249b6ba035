package io.anpip.transcode.assembler;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.Ffprobe;
import io.anpip.media.MediaInput;
import io.anpip.media.PacketScan;
import io.anpip.media.ProbeOutcome;
import io.anpip.media.ProbeReport;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.Ffmpeg;
import java.nio.file.Path;
import java.util.Set;

/** What the assembler says of a local file: headers and packets, read as the service reads them. */
public final class Inspected {

    private static final Ffprobe FFPROBE = new Ffprobe(new FfmpegInstallation(
            Ffmpeg.tool("ffmpeg"), Ffmpeg.tool("ffprobe"), "", FfmpegInstallation.Source.SETTING, Set.of()));

    private Inspected() {}

    /** Probes a file with a picture. */
    public static SourceProbe probe(Path file, ContainerFormat format) {
        MediaInput input = MediaInput.file(file, format);
        ProbeReport report = probed(FFPROBE.probe(input));
        ProbeReport.VideoStream video = report.mainVideo().orElseThrow();
        PacketScan scan = probed(FFPROBE.scanVideoPackets(
                input, video.header().index(), video.header().timeBase(), 100_000));
        return SourceProbes.withPicture(format, report, video, scan);
    }

    private static <T> T probed(ProbeOutcome<T> outcome) {
        if (outcome instanceof ProbeOutcome.Probed<T>(T found)) {
            return found;
        }
        throw new AssertionError(outcome);
    }
}
