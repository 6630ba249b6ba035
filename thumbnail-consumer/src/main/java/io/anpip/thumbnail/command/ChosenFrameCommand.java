package io.anpip.thumbnail.command;

import io.anpip.media.FfmpegCommand;
import io.anpip.thumbnail.frame.PictureSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the frame that a player shows at a time: the last one that begins at it or before.
 *
 * @param track what to read
 * @param sizes what to write
 */
public record ChosenFrameCommand(PictureTrack track, List<PictureSize> sizes) {

    /** Times of frames are rounded, in some containers to milliseconds: a frame that begins at the very time is meant. */
    private static final double ROUNDING_SECONDS = 0.001;

    public ChosenFrameCommand {
        sizes = List.copyOf(sizes);
    }

    /**
     * The command.
     *
     * @param time from the first picture of the video
     */
    public FfmpegCommand at(Duration time, Path folder, RunLimits limits) {
        double seconds = withinTrack(time.toNanos() / 1e9);
        List<String> arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        arguments.addAll(track.wholeInputBefore(seconds));
        arguments.addAll(List.of("-filter_complex", track.pad() + graph(seconds)));
        arguments.addAll(StillOutputs.of(sizes, folder));
        return limits.command(arguments);
    }

    /** A time after the last picture, where sound is longer, shows that one. */
    private double withinTrack(double seconds) {
        double halfAFrame = 0.5 / Math.max(1, track.track().frameRate().toDouble());
        return Math.clamp(
                seconds + ROUNDING_SECONDS, 0, Math.max(0, track.track().durationSeconds() - halfAFrame));
    }

    private String graph(double seconds) {
        // At a rate of a million the frame that goes out first is the one shown at the start time, whatever the rate.
        return "fps=fps=1000000:start_time="
                + Seconds.exactly(track.startSeconds() + seconds) + ":round=up:eof_action=pass,trim=end_frame=1,"
                + track.scaledTo(sizes.getLast()) + ',' + PictureTrack.forJpeg() + ',' + StillOutputs.split(sizes, "");
    }
}
