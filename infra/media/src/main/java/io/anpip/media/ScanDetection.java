package io.anpip.media;

import io.anpip.media.picture.Scan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether pictures are interlaced by looking at some of them, because what files say of it is often wrong: up to
 * {@value #PICTURES} pictures at each of three places are decoded, and only where the file claims fields, or its codec can hold them
 * and nothing is said.
 *
 * <p>Failure: a sample that can't be decoded has no vote; if none can, what the file claims stands.
 */
public final class ScanDetection {

    /** Codecs that hold fields without necessarily saying so. All others either say so or can't. */
    private static final Set<String> MAY_HOLD_FIELDS = Set.of(
            "mpeg2video",
            "mpeg4",
            "h264",
            "vc1",
            "dvvideo",
            "dnxhd",
            "prores",
            "ffv1",
            "rawvideo",
            "mjpeg",
            "huffyuv",
            "ffvhuff",
            "utvideo",
            "v210",
            "jpeg2000",
            "cfhd",
            "qtrle");

    private static final Set<String> UNSAID = Set.of("", "unknown");

    /** Less can't be told apart, nor deinterlaced. */
    private static final int FEWEST_LINES = 16;

    private static final int PICTURES = 30;

    /** How much more one order of the fields must comb than the other: at FFmpeg's 1.04, progressive test pictures look interlaced. */
    private static final double SURE = 1.2;

    private static final int LINE_LIMIT = 200;
    private static final List<Double> PLACES = List.of(0.5, 0.1, 0.9);
    private static final Duration BUDGET = Duration.ofSeconds(30);

    private final FfmpegRunner ffmpeg;

    public ScanDetection(FfmpegRunner ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * How the pictures of a track are scanned.
     *
     * @param startSeconds time of its first picture in the clock of the file
     * @param durationSeconds its length
     */
    public Scan scan(MediaInput input, ProbeReport.VideoStream video, double startSeconds, double durationSeconds) {
        Scan claimed = Scan.claimedBy(video.fieldOrder());
        if (!isWorthALook(video)) {
            return Scan.PROGRESSIVE;
        }
        ScanVote vote = ScanVote.NONE;
        for (double place : PLACES) {
            double offset = place * durationSeconds;
            // A short video is seen whole from its beginning.
            boolean inOnePiece = durationSeconds < 2;
            vote = vote.plus(sample(input, video, inOnePiece ? Optional.empty() : Optional.of(startSeconds + offset)));
            if (inOnePiece) {
                break;
            }
        }
        return vote.verdict(claimed);
    }

    static boolean isWorthALook(ProbeReport.VideoStream video) {
        boolean claimed = Scan.claimedBy(video.fieldOrder()).interlaced();
        boolean unsaid = UNSAID.contains(video.fieldOrder())
                && MAY_HOLD_FIELDS.contains(video.header().codecName());
        return video.height() >= FEWEST_LINES && (claimed || unsaid);
    }

    private ScanVote sample(MediaInput input, ProbeReport.VideoStream video, Optional<Double> atSeconds) {
        Ballot ballot = new Ballot();
        FfmpegCommand command =
                new FfmpegCommand(arguments(input, video.header().index(), atSeconds), BUDGET);
        ffmpeg.run(command, ProgressListener.ignoring(), ballot::read);
        return ballot.vote;
    }

    static List<String> arguments(MediaInput input, int streamIndex, Optional<Double> atSeconds) {
        List<String> arguments = new ArrayList<>(List.of("-threads", "2"));
        atSeconds.ifPresent(seconds -> arguments.addAll(List.of(
                "-seek_timestamp", "1", "-noaccurate_seek", "-ss", String.format(Locale.ROOT, "%.3f", seconds))));
        arguments.addAll(input.arguments());
        arguments.addAll(List.of(
                "-map",
                "0:" + streamIndex,
                "-frames:v",
                Integer.toString(PICTURES),
                "-vf",
                "idet=intl_thres=" + SURE + ",metadata=print:key=lavfi.idet.multiple.current_frame:file=-",
                "-f",
                "null",
                "-"));
        return List.copyOf(arguments);
    }

    /** Counts the votes as they come. */
    private static final class Ballot {
        private volatile ScanVote vote = ScanVote.NONE;

        void read(InputStream stdout) throws IOException {
            BufferedReader reader = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.US_ASCII));
            Optional<String> line = LogLines.nextLine(reader, LINE_LIMIT);
            while (line.isPresent()) {
                vote = vote.with(line.get());
                line = LogLines.nextLine(reader, LINE_LIMIT);
            }
        }
    }
}
