package io.anpip.transcode;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PlanSettings;
import java.util.List;
import java.util.Optional;

/** Sources as probes describe them, for tests that need no file. */
public final class Sources {

    private Sources() {}

    /** A progressive H.264 track that starts at zero and says nothing about its colours. */
    public static VideoTrack video(int width, int height, Rational rate, double seconds) {
        return new VideoTrack(
                0,
                "h264",
                width,
                height,
                new Rational(1, 1),
                0,
                width,
                height,
                "yuv420p",
                "progressive",
                "unknown",
                rate,
                true,
                Math.round(seconds * rate.toDouble()),
                0,
                seconds,
                2);
    }

    /** A track at 25 frames per second. */
    public static VideoTrack video(int width, int height, double seconds) {
        return video(width, height, new Rational(25, 1), seconds);
    }

    /** The same track with some properties changed. */
    public static VideoTrack with(
            VideoTrack track, String pixelFormat, String fieldOrder, String colorTransfer, double startSeconds) {
        return new VideoTrack(
                track.streamIndex(),
                track.codec(),
                track.codedWidth(),
                track.codedHeight(),
                track.sampleAspectRatio(),
                track.rotationDegrees(),
                track.displayWidth(),
                track.displayHeight(),
                pixelFormat,
                fieldOrder,
                colorTransfer,
                track.frameRate(),
                track.constantFrameRate(),
                track.packetCount(),
                startSeconds,
                track.durationSeconds(),
                track.largestKeyFrameGapSeconds());
    }

    /** The same track with what was measured of its scan, and no word about its colours. */
    public static VideoTrack scanned(VideoTrack track, String scan) {
        return new VideoTrack(
                track.streamIndex(),
                track.codec(),
                track.codedWidth(),
                track.codedHeight(),
                track.sampleAspectRatio(),
                track.rotationDegrees(),
                track.displayWidth(),
                track.displayHeight(),
                track.pixelFormat(),
                track.fieldOrder(),
                track.colorTransfer(),
                track.frameRate(),
                track.constantFrameRate(),
                track.packetCount(),
                track.startSeconds(),
                track.durationSeconds(),
                track.largestKeyFrameGapSeconds(),
                Optional.of(new PictureDetails("High", scan, "unknown", "unknown", "unknown")),
                Optional.empty());
    }

    /** A track of which the packets come at changing distances. */
    public static VideoTrack variable(VideoTrack track, Rational average) {
        return new VideoTrack(
                track.streamIndex(),
                track.codec(),
                track.codedWidth(),
                track.codedHeight(),
                track.sampleAspectRatio(),
                track.rotationDegrees(),
                track.displayWidth(),
                track.displayHeight(),
                track.pixelFormat(),
                track.fieldOrder(),
                track.colorTransfer(),
                average,
                false,
                track.packetCount(),
                track.startSeconds(),
                track.durationSeconds(),
                track.largestKeyFrameGapSeconds());
    }

    /** A stereo AAC track. */
    public static AudioTrack audio(int streamIndex, double startSeconds, double seconds) {
        return new AudioTrack(streamIndex, "aac", 2, 48_000, Optional.empty(), Optional.empty(), startSeconds, seconds);
    }

    /** An MP4 file with these tracks. */
    public static SourceProbe probe(double seconds, Optional<VideoTrack> video, AudioTrack... audio) {
        return new SourceProbe("mov", seconds, video, List.of(audio), List.of());
    }

    /** The standard plan of a source. */
    public static EncodingPlan plan(SourceProbe probe) {
        return EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("anpip-work", "source", 1000, "tag"),
                probe,
                PlanSettings.standard());
    }
}
