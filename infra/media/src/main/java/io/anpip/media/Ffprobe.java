package io.anpip.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.anpip.media.ProbeOutcome.NotRun;
import io.anpip.media.ProbeOutcome.Oversized;
import io.anpip.media.ProbeOutcome.Probed;
import io.anpip.media.ProbeOutcome.TimedOut;
import io.anpip.media.ProbeOutcome.Unreadable;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks into media files with ffprobe, within limits of time, memory and output.
 *
 * <p><b>Threading.</b> Calls block until ffprobe has ended; one instance serves any number of threads.
 */
public final class Ffprobe {

    private static final int LINE_LIMIT = 400;

    /** A look takes a few megabytes; tables of a hostile file could take all there are. */
    private static final ResourceLimits RESOURCES = new ResourceLimits(2L << 30, 0);

    private final FfmpegInstallation installation;
    private final Limits limits;
    private final ProcessPrefix prefix;

    /**
     * How far a look may go.
     *
     * @param probeBudget wall time for the headers
     * @param scanBudget wall time for reading all packets, so the whole file once
     * @param reportBytes the longest report: a file may hold any number of tags and chapters
     */
    public record Limits(Duration probeBudget, Duration scanBudget, int reportBytes) {
        public static Limits defaults() {
            return new Limits(Duration.ofSeconds(60), Duration.ofMinutes(15), 8 << 20);
        }
    }

    public Ffprobe(FfmpegInstallation installation) {
        this(installation, Limits.defaults());
    }

    public Ffprobe(FfmpegInstallation installation, Limits limits) {
        this(installation, limits, ProcessPrefix.ofThisMachine().withoutParentDeath());
    }

    Ffprobe(FfmpegInstallation installation, Limits limits, ProcessPrefix prefix) {
        this.prefix = prefix;
        this.installation = installation;
        this.limits = limits;
    }

    /** Reads the headers: container, streams, chapters. A file without video and without sound is unreadable. */
    public ProbeOutcome<ProbeReport> probe(MediaInput input) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ToolProcess.ToolOutcome outcome = ToolProcess.run(
                probeCommand(input),
                limits.probeBudget(),
                stdout -> json.writeBytes(stdout.readNBytes(limits.reportBytes() + 1)));
        if (json.size() > limits.reportBytes()) {
            return new Unreadable<>(
                    "What the file says of its streams, tags and chapters is longer than the limit of "
                            + limits.reportBytes() + " bytes.",
                    List.of());
        }
        return conclude(outcome, input, lastLines -> {
            try {
                ProbeReport report = ProbeJson.report(json.toString(StandardCharsets.UTF_8));
                Optional<OversizedPicture> oversized = OversizedPicture.in(lastLines, report);
                if (oversized.isPresent()) {
                    return new Oversized<>(
                            oversized.get().width(), oversized.get().height());
                }
                return report.mainVideo().isEmpty() && report.audioStreams().isEmpty()
                        ? new Unreadable<>("The file holds neither video nor sound that can be read.", lastLines)
                        : new Probed<>(report);
            } catch (JsonProcessingException e) {
                return new NotRun<>("ffprobe wrote no JSON: " + e.getOriginalMessage(), lastLines);
            }
        });
    }

    /**
     * Reads all packets of one video track without decoding them: one pass over the file.
     *
     * @param timeBase of the track, from its {@link ProbeReport.Header}
     * @param packetLimit how many frames are accepted; each takes 20 bytes of memory
     */
    public ProbeOutcome<PacketScan> scanVideoPackets(
            MediaInput input, int streamIndex, Rational timeBase, int packetLimit) {
        PacketScan.Tally tally = new PacketScan.Tally(packetLimit);
        AtomicBoolean tooMany = new AtomicBoolean();
        ToolProcess.ToolOutcome outcome = ToolProcess.run(
                scanCommand(input, streamIndex), limits.scanBudget(), stdout -> tooMany.set(!takeAll(stdout, tally)));
        if (tooMany.get()) {
            return new Unreadable<>(
                    "The video has more than " + packetLimit + " frames; that is the limit.", List.of());
        }
        return conclude(
                outcome,
                input,
                lastLines -> tally.isEmpty()
                        ? new Unreadable<>("The video track holds no frames.", lastLines)
                        : new Probed<>(tally.result(timeBase)));
    }

    List<String> probeCommand(MediaInput input) {
        return command(input, List.of("-show_format", "-show_streams", "-show_chapters", "-of", "json"));
    }

    List<String> scanCommand(MediaInput input, int streamIndex) {
        return command(
                input,
                List.of(
                        "-select_streams", String.valueOf(streamIndex),
                        "-show_entries", "packet=pts_time,dts_time,duration_time,size,flags:stream=has_b_frames",
                        "-of", "csv=p=0"));
    }

    private List<String> command(MediaInput input, List<String> questions) {
        List<String> command =
                new ArrayList<>(prefix.commandFor(installation.ffprobe(), RESOURCES, FfmpegCommand.Urgency.USUAL));
        command.addAll(List.of("-loglevel", "level+warning", "-hide_banner"));
        command.addAll(questions);
        command.addAll(input.arguments());
        return List.copyOf(command);
    }

    private static boolean takeAll(InputStream stdout, PacketScan.Tally tally) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.US_ASCII), 1 << 16);
        Optional<String> line = LogLines.nextLine(reader, LINE_LIMIT);
        while (line.isPresent()) {
            if (!tally.take(line.get())) {
                return false;
            }
            line = LogLines.nextLine(reader, LINE_LIMIT);
        }
        return true;
    }

    private interface Reading<T> {
        ProbeOutcome<T> read(List<String> lastLines);
    }

    private static <T> ProbeOutcome<T> conclude(ToolProcess.ToolOutcome outcome, MediaInput input, Reading<T> reading) {
        return switch (outcome) {
            case ToolProcess.NotRun(String reason) -> new NotRun<>("ffprobe could not run: " + reason, List.of());
            case ToolProcess.Interrupted() -> new NotRun<>("ffprobe was interrupted", List.of());
            case ToolProcess.TimedOut(List<String> lastLines) -> new TimedOut<>(lastLines);
            case ToolProcess.Ended(int exitCode, List<String> lastLines) -> {
                if (MachineTrouble.isNamedIn(lastLines)) {
                    yield new NotRun<>("the input could not be read", lastLines);
                } else if (exitCode > 128) {
                    yield new NotRun<>("ffprobe was killed by signal " + (exitCode - 128), lastLines);
                } else if (exitCode != 0) {
                    yield new Unreadable<>(
                            "The file looks like " + input.format().label()
                                    + ", but cannot be read: it is damaged or incomplete.",
                            lastLines);
                }
                yield reading.read(lastLines);
            }
        };
    }
}
