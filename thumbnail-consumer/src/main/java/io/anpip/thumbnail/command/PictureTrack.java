package io.anpip.thumbnail.command;

import io.anpip.media.MediaInput;
import io.anpip.media.picture.Scan;
import io.anpip.media.picture.SourcePicture;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.VideoTrack;
import io.anpip.thumbnail.frame.PictureSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture track that commands read, and how.
 *
 * @param input where the file is
 * @param track what the probe says of the track
 * @param frames which frames are decoded
 * @param threads threads of the decoder
 */
public record PictureTrack(MediaInput input, VideoTrack track, DecodedFrames frames, int threads) {

    /** So far apart key frames are at most in nearly every file that has no index to tell. */
    private static final double UNKNOWN_GAP_SECONDS = 10;

    /** Seeking is by decode time: this covers what frames are shown later than they are decoded. */
    private static final double SEEK_MARGIN_SECONDS = 1;

    /** Which frames are decoded. */
    public enum DecodedFrames {
        /** Only key frames: enough where there is one in every interval. */
        KEY,
        /** All of them, or those that others refer to where that is enough. */
        ALL;

        /** The cheaper choice that still has a frame for every interval. */
        public static DecodedFrames forInterval(double largestKeyFrameGapSeconds, Duration interval) {
            boolean known = largestKeyFrameGapSeconds > 0;
            return known && largestKeyFrameGapSeconds * 1000 <= interval.toMillis() ? KEY : ALL;
        }
    }

    /** The input for a glance at every interval: cheap, because small pictures forgive a missing deblocking filter. */
    List<String> cheapInput() {
        return switch (frames) {
            case KEY -> withInput(List.of("-skip_frame", "nokey", "-discard", "nokey"));
            case ALL -> withInput(List.of("-skip_loop_filter", "all", "-skip_frame", "noref"));
        };
    }

    /** The input for one picture in full quality: the first at or after a time that {@link #cheapInput()} would show. */
    List<String> inputFrom(Duration time) {
        // The same frames are passed over as there: the next one may be blurred.
        String skipped = switch (frames) {
            case KEY -> "nokey";
            case ALL -> "noref";
        };
        return withInput(List.of("-skip_frame", skipped, "-ss", Seconds.of(time)));
    }

    /** The input for the frame a player shows at a time: every frame of the file, from a key frame before it, on the file's own clock. */
    List<String> wholeInputBefore(double seconds) {
        double gap = track.largestKeyFrameGapSeconds() > 0 ? track.largestKeyFrameGapSeconds() : UNKNOWN_GAP_SECONDS;
        double from = seconds - gap - SEEK_MARGIN_SECONDS;
        List<String> options = from <= 0
                ? List.of("-copyts")
                : List.of(
                        "-copyts",
                        "-seek_timestamp",
                        "1",
                        "-noaccurate_seek",
                        "-ss",
                        Seconds.exactly(startSeconds() + from));
        return withInput(options);
    }

    /** When the track begins on the file's own clock. */
    double startSeconds() {
        return track.startSeconds();
    }

    private List<String> withInput(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("-threads", Integer.toString(threads)));
        arguments.addAll(options);
        arguments.addAll(input.arguments());
        return arguments;
    }

    /** The pad of a filter graph that this track comes out of. */
    String pad() {
        return "[0:" + track.streamIndex() + ']';
    }

    /** Filters that bring a picture to this size, in the colours the stream has; of two fields the first is shown. */
    String scaledTo(PictureSize size) {
        List<String> filters = new ArrayList<>();
        track.details()
                .map(details -> Scan.of(details.scan()))
                .filter(Scan::interlaced)
                .map(Scan::stillFilter)
                .ifPresent(filters::add);
        SourcePicture picture = new SourcePicture(
                track.pixelFormat(),
                Math.min(track.codedWidth(), track.codedHeight()),
                track.details().map(PictureDetails::colorMatrix).orElse("unknown"),
                track.colorTransfer(),
                track.details().map(PictureDetails::colorPrimaries).orElse("unknown"));
        filters.addAll(picture.standardisedStill(size.width(), size.height()));
        return String.join(",", filters);
    }

    /** Filters that turn colours into what JPEG readers expect: BT.601, full range. */
    static String forJpeg() {
        return "scale=out_color_matrix=bt601:out_range=pc" + SourcePicture.EXACT + ",format=yuvj420p";
    }
}
