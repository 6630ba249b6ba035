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
import io.anpip.schemas.SubtitleTrack;
import io.anpip.schemas.VideoTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes the contract's description of a source of what ffprobe has found. Pure. */
final class SourceProbes {

    /** What FFmpeg says of a codec it does not know. */
    private static final Set<String> UNKNOWN_CODECS = Set.of("", "none", "unknown");

    private static final Set<String> TEXT_CODECS = Set.of("subrip", "srt", "ass", "ssa", "webvtt", "mov_text", "text");

    private static final int MOST_CHAPTERS = 1000;
    private static final int MOST_SUBTITLES = 64;

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
