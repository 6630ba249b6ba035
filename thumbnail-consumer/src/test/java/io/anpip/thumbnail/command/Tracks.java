package io.anpip.thumbnail.command;

import io.anpip.media.ContainerFormat;
import io.anpip.media.MediaInput;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import io.anpip.schemas.VideoTrack;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tracks and limits that command tests share. */
final class Tracks {

    static final MediaInput INPUT = MediaInput.http(URI.create("http://127.0.0.1:4000/abc"), ContainerFormat.MP4);
    static final RunLimits LIMITS = new RunLimits(Duration.ofMinutes(6), Duration.ofMinutes(2));
    static final List<String> INPUT_ARGUMENTS = INPUT.arguments();

    private Tracks() {}

    static PictureTrack track(DecodedFrames frames, String transfer) {
        return new PictureTrack(
                INPUT,
                new VideoTrack(
                        1,
                        "h264",
                        1920,
                        1080,
                        new Rational(1, 1),
                        0,
                        1920,
                        1080,
                        "yuv420p",
                        "progressive",
                        transfer,
                        new Rational(24, 1),
                        true,
                        720,
                        0,
                        30,
                        0.4),
                frames,
                2);
    }

    static PictureTrack interlaced(DecodedFrames frames, String scan) {
        PictureTrack track = track(frames, "bt709");
        VideoTrack of = track.track();
        VideoTrack fields = new VideoTrack(
                of.streamIndex(),
                of.codec(),
                of.codedWidth(),
                of.codedHeight(),
                of.sampleAspectRatio(),
                of.rotationDegrees(),
                of.displayWidth(),
                of.displayHeight(),
                of.pixelFormat(),
                of.fieldOrder(),
                of.colorTransfer(),
                of.frameRate(),
                of.constantFrameRate(),
                of.packetCount(),
                of.startSeconds(),
                of.durationSeconds(),
                of.largestKeyFrameGapSeconds(),
                Optional.of(new PictureDetails("Main", scan, "tv", "bt709", "bt709")),
                Optional.empty());
        return new PictureTrack(track.input(), fields, frames, track.threads());
    }
}
