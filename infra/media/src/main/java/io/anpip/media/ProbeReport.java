package io.anpip.media;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What ffprobe found in a media file: container, streams, chapters. Texts that the file does not have are empty. */
public record ProbeReport(Format format, List<ProbeStream> streams, List<Chapter> chapters) {

    public ProbeReport {
        streams = List.copyOf(streams);
        chapters = List.copyOf(chapters);
    }

    /** The container as a whole. */
    public record Format(
            String name,
            OptionalDouble durationSeconds,
            double startSeconds,
            OptionalLong bitRate,
            Map<String, String> tags) {
        public Format {
            tags = Map.copyOf(tags);
        }
    }

    /** A chapter mark that the container carries. */
    public record Chapter(double startSeconds, double endSeconds, String title) {}

    /** One stream; what only pictures or only sound have is on the subtypes. */
    public sealed interface ProbeStream {
        Header header();
    }

    /** What every stream has. Frames are counted in the container's index: none where it has no such index. */
    public record Header(
            int index,
            String codecName,
            String profile,
            Rational timeBase,
            double startSeconds,
            OptionalDouble durationSeconds,
            OptionalLong frameCount,
            OptionalLong bitRate,
            boolean defaultTrack,
            String language,
            String title) {}

    /**
     * A picture track.
     *
     * @param width as coded, before rotation and sample aspect ratio
     * @param sampleAspectRatio 1/1 where the file says nothing
     * @param realFrameRate the lowest rate that all time stamps fit ({@code r_frame_rate}); zero if unknown
     * @param averageFrameRate frames by duration ({@code avg_frame_rate}); zero if unknown
     * @param fieldOrder {@code progressive}, {@code tt}, {@code bb}, {@code tb}, {@code bt} or {@code unknown}
     * @param rotationDegrees how far to turn the picture clockwise for display: 0, 90, 180 or 270
     * @param attachedPicture a cover image, not a video
     */
    public record VideoStream(
            Header header,
            int width,
            int height,
            Rational sampleAspectRatio,
            Rational realFrameRate,
            Rational averageFrameRate,
            String pixelFormat,
            String fieldOrder,
            Colour colour,
            int rotationDegrees,
            boolean attachedPicture)
            implements ProbeStream {

        private double claimedSeconds() {
            return header.durationSeconds().orElse(0);
        }

        private boolean isOnePicture() {
            return header.frameCount().orElse(0) == 1;
        }
    }

    /**
     * A sound track.
     *
     * @param channelLayout FFmpeg's name of it, such as {@code 5.1(side)}; empty where the file does not say
     * @param visuallyImpaired whether it describes the picture for people who cannot see it
     */
    public record AudioStream(
            Header header, int channels, String channelLayout, int sampleRate, boolean visuallyImpaired)
            implements ProbeStream {}

    /**
     * A subtitle track, of text or of pictures.
     *
     * @param forced whether it holds only what must be shown to everybody
     * @param hearingImpaired whether it describes sounds for people who cannot hear them
     */
    public record SubtitleStream(Header header, boolean forced, boolean hearingImpaired) implements ProbeStream {}

    /** Data, attachments. */
    public record OtherStream(Header header, String type) implements ProbeStream {}

    /** Colour tags in FFmpeg's words, such as {@code tv}, {@code bt709}; {@code unknown} where the file does not say. */
    public record Colour(String range, String space, String transfer, String primaries) {

        /** The matrix of Dolby Vision (SMPTE ST 2128), which FFmpeg's filters can't read. */
        public static final String DOLBY_VISION = "ipt-c2";

        /** PQ or HLG. */
        public boolean highDynamicRange() {
            return transfer.equals("smpte2084") || transfer.equals("arib-std-b67");
        }
    }

    /**
     * The video to work on. Cover images never, nor a track without a size; a track of one picture, as cameras add for their own
     * display, or of less than half the length of the longest, only where there is no other. Then the default track, the longest, the
     * largest, the first.
     */
    public Optional<VideoStream> mainVideo() {
        List<VideoStream> candidates = streams.stream()
                .filter(VideoStream.class::isInstance)
                .map(VideoStream.class::cast)
                .filter(video -> !video.attachedPicture() && video.width() > 0 && video.height() > 0)
                .toList();
        double longest = candidates.stream()
                .mapToDouble(VideoStream::claimedSeconds)
                .max()
                .orElse(0);
        return candidates.stream()
                .min(Comparator.comparing(VideoStream::isOnePicture)
                        .thenComparing(video -> video.claimedSeconds() < longest / 2)
                        .thenComparing(video -> !video.header().defaultTrack())
                        .thenComparing(video -> -Math.round(video.claimedSeconds()))
                        .thenComparing(video -> -(long) video.width() * video.height()));
    }

    /** All subtitle tracks, of text and of pictures, in the order of the file. */
    public List<SubtitleStream> subtitleStreams() {
        return streams.stream()
                .filter(SubtitleStream.class::isInstance)
                .map(SubtitleStream.class::cast)
                .toList();
    }

    /** All sound tracks that can be decoded: descriptions for the blind last, the default ones first. */
    public List<AudioStream> audioStreams() {
        return streams.stream()
                .filter(AudioStream.class::isInstance)
                .map(AudioStream.class::cast)
                .filter(audio -> audio.channels() > 0 && audio.sampleRate() > 0)
                .sorted(Comparator.comparing(AudioStream::visuallyImpaired)
                        .thenComparing(audio -> !audio.header().defaultTrack()))
                .toList();
    }
}
