package io.anpip.transcode.assembler;

import io.anpip.media.ContainerFormat;
import io.anpip.media.PacketScan;
import io.anpip.media.ProbeReport;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the contract's description of a source of what ffprobe has found. Pure. */
final class SourceProbes {

    /** What FFmpeg says of a codec it does not know. */
    private static final Set<String> UNKNOWN_CODECS = Set.of("", "none", "unknown");

    private static final int MOST_CHAPTERS = 1000;

    private SourceProbes() {}

    /** Whether FFmpeg knows the codec of a picture track. */
    static boolean isDecodable(ProbeReport.VideoStream video) {
        return !UNKNOWN_CODECS.contains(video.header().codecName());
    }

    /** A source with a picture track: it lasts as long as its pictures. */
    static SourceProbe withPicture(
            ContainerFormat format, ProbeReport report, ProbeReport.VideoStream video, PacketScan scan) {
        VideoTrack track = track(video, scan);
        return new SourceProbe(
                format.demuxer(),
                track.durationSeconds(),
                Optional.of(track),
                audio(report),
                chapters(report, track.startSeconds(), track.durationSeconds()));
    }

    /** A source of sound alone: it lasts as long as its longest track. */
    static SourceProbe withoutPicture(ContainerFormat format, ProbeReport report) {
        List<AudioTrack> audio = audio(report);
        double longest =
                audio.stream().mapToDouble(AudioTrack::durationSeconds).max().orElse(0);
        double duration =
                longest > 0 ? longest : report.format().durationSeconds().orElse(0);
        return new SourceProbe(
                format.demuxer(),
                duration,
                Optional.empty(),
                audio,
                chapters(report, report.format().startSeconds(), duration));
    }

    private static VideoTrack track(ProbeReport.VideoStream video, PacketScan scan) {
        double duration = scan.endSeconds() - scan.firstPtsSeconds();
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
                rate(video, scan, duration),
                scan.constantFrameRate(),
                scan.packetCount(),
                scan.firstPtsSeconds(),
                duration,
                scan.largestKeyFrameGapSeconds(),
                Optional.of(details(video)),
                scan.structure()
                        .map(structure -> new CodedStructure(
                                structure.keyFrameIntervalFrames(),
                                structure.closed(),
                                structure.averageBitrateBps(),
                                structure.peakBitrateBps())));
    }

    private static PictureDetails details(ProbeReport.VideoStream video) {
        return new PictureDetails(
                video.header().profile(),
                video.fieldOrder(),
                known(video.colour().range()),
                known(video.colour().space()),
                known(video.colour().primaries()));
    }

    private static String known(String colour) {
        return colour.isEmpty() ? "unknown" : colour;
    }

    /** The container's own exact rate where the packets agree with it, else what the packets say. */
    private static Rational rate(ProbeReport.VideoStream video, PacketScan scan, double duration) {
        double measured = duration > 0 ? scan.packetCount() / duration : 0;
        io.anpip.media.Rational claimed = video.averageFrameRate();
        if (claimed.numerator() > 0 && Math.abs(claimed.toDouble() / measured - 1) < 0.001) {
            return rational(claimed);
        }
        return measured > 0 ? new Rational(Math.round(measured * 1000), 1000) : new Rational(25, 1);
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
                        Optional.of(new SoundDetails(
                                stream.header().profile(),
                                stream.channelLayout(),
                                stream.header().bitRate().stream().boxed().findFirst(),
                                stream.header().defaultTrack(),
                                false))))
                .toList();
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
