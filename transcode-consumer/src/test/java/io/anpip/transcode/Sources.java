package io.anpip.transcode;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.ladder.VideoEncoder;
import io.anpip.transcode.plan.DownloadSettings;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.profile.OperatorSettings;
import io.anpip.transcode.profile.Profiles;
import java.time.Duration;
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
        return detailed(track, new PictureDetails("High", scan, "unknown", "unknown", "unknown"), Optional.empty());
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

    /** A 720p track at 25 frames per second that may be taken over as it is. */
    public static VideoTrack conforming(double seconds) {
        return coded(
                video(1280, 720, seconds),
                new PictureDetails("High", "progressive", "tv", "bt709", "bt709"),
                new CodedStructure(50, true, 1_800_000, 2_300_000));
    }

    /** The same track with another coding. */
    public static VideoTrack coded(VideoTrack track, PictureDetails details, CodedStructure structure) {
        return detailed(track, details, Optional.of(structure));
    }

    private static VideoTrack detailed(VideoTrack track, PictureDetails details, Optional<CodedStructure> structure) {
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
                Optional.of(details),
                structure);
    }

    /** A stereo track of AAC-LC at 128 kbps. */
    public static AudioTrack conformingSound(int streamIndex, double startSeconds, double seconds) {
        return sound(streamIndex, startSeconds, seconds, "LC", 128_000);
    }

    /** A stereo AAC track of a profile and a bit rate. */
    public static AudioTrack sound(
            int streamIndex, double startSeconds, double seconds, String profile, long bitrateBps) {
        return new AudioTrack(
                streamIndex,
                "aac",
                2,
                48_000,
                Optional.empty(),
                Optional.empty(),
                startSeconds,
                seconds,
                Optional.of(new SoundDetails(profile, "stereo", Optional.of(bitrateBps), true, false)));
    }

    /** An MP4 file with these tracks. */
    public static SourceProbe probe(double seconds, Optional<VideoTrack> video, AudioTrack... audio) {
        return new SourceProbe("mov", seconds, video, List.of(audio), List.of());
    }

    /** The default profile with chunks of 12 s, then 30 s. */
    public static PlanSettings settings() {
        return settings(Duration.ofSeconds(12), Duration.ofSeconds(30));
    }

    /** The default profile with pass-through on or off, and files to save. */
    public static PlanSettings settings(boolean passThrough, DownloadSettings downloads) {
        return with(settings(), passThrough, downloads);
    }

    /** The default profile with chunks of these lengths, in which nothing is taken over as it is. */
    public static PlanSettings encodingAll(Duration firstChunk, Duration chunk) {
        return with(settings(firstChunk, chunk), false, DownloadSettings.none());
    }

    private static PlanSettings with(PlanSettings usual, boolean passThrough, DownloadSettings downloads) {
        return new PlanSettings(
                usual.profile(),
                usual.ladders(),
                usual.negligibleGain(),
                usual.grid(),
                usual.encoder(),
                usual.sound(),
                passThrough,
                downloads);
    }

    /** The default profile with chunks of these lengths. */
    public static PlanSettings settings(Duration firstChunk, Duration chunk) {
        return profile(Profiles.DEFAULT, firstChunk, chunk);
    }

    /** A built-in profile with chunks of these lengths. */
    public static PlanSettings profile(String name, Duration firstChunk, Duration chunk) {
        return Profiles.builtIn(OperatorSettings.standard(firstChunk, chunk))
                .find(name)
                .orElseThrow();
    }

    /** How the rungs of the default profile are encoded. */
    public static VideoEncoder encoder() {
        return new VideoEncoder(VideoCodec.H264, "veryfast", 23);
    }

    /** The standard plan of a source. */
    public static EncodingPlan plan(SourceProbe probe) {
        return EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("anpip-work", "source", 1000, "tag"),
                probe,
                settings());
    }
}
