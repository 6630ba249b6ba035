package io.anpip.transcode.assembler;

import io.anpip.media.ContainerFormat;
import io.anpip.media.PacketScan;
import io.anpip.media.ProbeReport;
import io.anpip.media.picture.Scan;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SubtitleTrack;
import io.anpip.schemas.VideoTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the contract's description of a source of what ffprobe has found. Pure. */
final class SourceProbes {

    /** What FFmpeg says of a codec it does not know. */
    private static final Set<String> UNKNOWN_CODECS = Set.of("", "none", "unknown");

    private static final Set<String> TEXT_CODECS = Set.of("subrip", "srt", "ass", "ssa", "webvtt", "mov_text", "text");

    private static final int MOST_CHAPTERS = 1000;
    private static final int MOST_SUBTITLES = 64;

    private static final Rational USUAL_RATE = new Rational(25, 1);
    private static final double SLOWEST_CLAIM = 1;
    private static final double FASTEST_CLAIM = 240;

    /** Less than half of the distance between 29.97 and 30. */
    private static final double SAME_RATE = 0.0004;

    private SourceProbes() {}

    /** Whether FFmpeg knows the codec of a picture track. */
    static boolean isDecodable(ProbeReport.VideoStream video) {
        return !UNKNOWN_CODECS.contains(video.header().codecName());
    }

    /** A source with a picture track: it lasts as long as its pictures. */
    static SourceProbe withPicture(
            ContainerFormat format, ProbeReport report, ProbeReport.VideoStream video, PacketScan packets, Scan scan) {
        VideoTrack track = track(video, packets, scan);
        return new SourceProbe(
                format.demuxer(),
                track.durationSeconds(),
                Optional.of(track),
                audio(report),
                chapters(report, track.startSeconds(), track.durationSeconds()),
                subtitles(report));
    }

    /**
     * A source of sound alone: it lasts as long as its longest track.
     *
     * @param scan the packets of its first track, where they could be read
     */
    static SourceProbe withoutPicture(ContainerFormat format, ProbeReport report, Optional<PacketScan> scan) {
        List<AudioTrack> audio = new ArrayList<>(audio(report));
        if (!audio.isEmpty()) {
            scan.ifPresent(found -> audio.set(0, timed(audio.getFirst(), found)));
        }
        double longest =
                audio.stream().mapToDouble(AudioTrack::durationSeconds).max().orElse(0);
        double duration =
                longest > 0 ? longest : report.format().durationSeconds().orElse(0);
        return new SourceProbe(
                format.demuxer(),
                duration,
                Optional.empty(),
                audio,
                chapters(report, report.format().startSeconds(), duration),
                subtitles(report));
    }

    private static VideoTrack track(ProbeReport.VideoStream video, PacketScan packets, Scan scan) {
        double duration = duration(video, packets);
        Rational pixels = rational(video.sampleAspectRatio());
        long squareWidth = Math.max(1, Math.round(video.width() * pixels.toDouble()));
        boolean turned = video.rotationDegrees() % 180 != 0;
        return new VideoTrack(
                video.header().index(),
                video.header().codecName(),
                video.width(),
                video.height(),
                pixels,
                video.rotationDegrees(),
                turned ? video.height() : (int) squareWidth,
                turned ? (int) squareWidth : video.height(),
                video.pixelFormat(),
                video.fieldOrder(),
                video.colour().transfer(),
                rate(video, packets, duration),
                packets.constantFrameRate(),
                packets.packetCount(),
                packets.firstPtsSeconds(),
                duration,
                packets.largestKeyFrameGapSeconds(),
                Optional.of(details(video, scan)),
                packets.structure()
                        .map(structure -> new CodedStructure(
                                structure.keyFrameIntervalFrames(),
                                structure.closed(),
                                structure.averageBitrateBps(),
                                structure.peakBitrateBps())));
    }

    private static PictureDetails details(ProbeReport.VideoStream video, Scan scan) {
        ProbeReport.Colour colour = video.colour();
        return new PictureDetails(
                given(video.header().profile()).orElse("unknown"),
                scan.word(),
                colour.range(),
                colour.space(),
                colour.primaries());
    }

    /** From the packets; a single picture of which nothing says how long it is shown is shown for one frame. */
    private static double duration(ProbeReport.VideoStream video, PacketScan packets) {
        double measured = packets.endSeconds() - packets.firstPtsSeconds();
        if (measured > 0 || packets.packetCount() != 1) {
            return measured;
        }
        double claimed = video.averageFrameRate().toDouble();
        return claimed >= SLOWEST_CLAIM && claimed <= FASTEST_CLAIM ? 1 / claimed : 1 / USUAL_RATE.toDouble();
    }

    /**
     * The container's own exact rate where the packets agree with it, else what the packets say. Where frames are not equally long,
     * pauses do not count: a video of 25 frames per second that stands still for a while has 25 frames per second.
     */
    private static Rational rate(ProbeReport.VideoStream video, PacketScan packets, double duration) {
        double usual = packets.usualFrameDurationSeconds();
        double measured = usual > 0 ? 1 / usual : packets.packetCount() / duration;
        if (!(measured > 0 && measured < Double.POSITIVE_INFINITY)) {
            return USUAL_RATE;
        }
        // Time stamps are rounded to the time base; in a short video that is more than what rates differ by.
        double rounding = 2 * video.header().timeBase().toDouble() / duration;
        return Stream.of(video.averageFrameRate(), video.realFrameRate())
                .filter(claimed -> claimed.numerator() > 0)
                .filter(claimed -> distance(claimed, measured) < Math.max(SAME_RATE, rounding))
                .min(Comparator.comparingDouble(claimed -> distance(claimed, measured)))
                .map(SourceProbes::rational)
                .orElseGet(() -> new Rational(Math.max(1, Math.round(measured * 1000)), 1000));
    }

    private static double distance(io.anpip.media.Rational claimed, double measured) {
        return Math.abs(claimed.toDouble() / measured - 1);
    }

    private static List<AudioTrack> audio(ProbeReport report) {
        return report.audioStreams().stream()
                .filter(stream -> !UNKNOWN_CODECS.contains(stream.header().codecName()) && stream.channels() > 0)
                .map(stream -> new AudioTrack(
                        stream.header().index(),
                        stream.header().codecName(),
                        stream.channels(),
                        stream.sampleRate(),
                        given(stream.header().language()).filter(language -> !language.equals("und")),
                        given(stream.header().title()),
                        stream.header().startSeconds(),
                        stream.header()
                                .durationSeconds()
                                .orElse(report.format().durationSeconds().orElse(0)),
                        Optional.of(details(report, stream))))
                .toList();
    }

    private static AudioTrack timed(AudioTrack track, PacketScan scan) {
        return new AudioTrack(
                track.streamIndex(),
                track.codec(),
                track.channels(),
                track.sampleRateHz(),
                track.language(),
                track.title(),
                scan.firstPtsSeconds(),
                scan.endSeconds() - scan.firstPtsSeconds(),
                track.details());
    }

    private static SoundDetails details(ProbeReport report, ProbeReport.AudioStream stream) {
        OptionalLong own = stream.header().bitRate();
        // Of a file with nothing else in it, the rate of the file is the track's.
        OptionalLong rate = own.isPresent() || report.streams().size() > 1
                ? own
                : report.format().bitRate();
        return new SoundDetails(
                stream.header().profile(),
                stream.channelLayout(),
                rate.stream().boxed().findFirst().filter(bps -> bps > 0),
                stream.header().defaultTrack(),
                stream.visuallyImpaired());
    }

    /** The text tracks; subtitles that are pictures cannot become WebVTT and are passed over. */
    private static Optional<List<SubtitleTrack>> subtitles(ProbeReport report) {
        return Optional.of(report.subtitleStreams().stream()
                .filter(stream -> TEXT_CODECS.contains(stream.header().codecName()))
                .limit(MOST_SUBTITLES)
                .map(stream -> new SubtitleTrack(
                        stream.header().index(),
                        stream.header().codecName(),
                        given(stream.header().language()).filter(language -> !language.equals("und")),
                        given(stream.header().title()),
                        stream.header().defaultTrack(),
                        stream.forced(),
                        stream.hearingImpaired()))
                .toList());
    }

    /** The container's chapters on the clock of the video, those that lie within it. */
    private static List<Chapter> chapters(ProbeReport report, double start, double duration) {
        return report.chapters().stream()
                .limit(MOST_CHAPTERS)
                .map(chapter -> new Chapter(
                        Math.max(0, chapter.startSeconds() - start),
                        Math.min(duration, chapter.endSeconds() - start),
                        chapter.title()))
                .filter(chapter -> chapter.startSeconds() < chapter.endSeconds())
                .toList();
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Rational rational(io.anpip.media.Rational ratio) {
        return new Rational(ratio.numerator(), ratio.denominator());
    }
}
