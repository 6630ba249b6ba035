package io.anpip.thumbnail.command;

import io.anpip.media.FfmpegCommand;
import io.anpip.thumbnail.frame.PictureSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one frame in full quality and writes it in several sizes, with its gray samples on standard output to check it by.
 *
 * @param track what to read
 * @param sizes what to write
 * @param gray size of the gray picture
 */
public record PosterCommand(PictureTrack track, List<PictureSize> sizes, PictureSize gray) {

    /** A frame that lies on the time itself is not lost to rounding. */
    private static final Duration MARGIN = Duration.ofMillis(1);

    public PosterCommand {
        sizes = List.copyOf(sizes);
    }

    /** The command for the first frame at or after a time. */
    public FfmpegCommand at(Duration time, Path folder, RunLimits limits) {
        Duration from = time.compareTo(MARGIN) > 0 ? time.minus(MARGIN) : Duration.ZERO;
        List<String> arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        arguments.addAll(track.inputFrom(from));
        arguments.addAll(List.of("-filter_complex", track.pad() + graph()));
        arguments.addAll(StillOutputs.of(sizes, folder));
        arguments.addAll(List.of("-map", "[gray]", "-frames:v", "1", "-f", "rawvideo", "pipe:1"));
        return limits.command(arguments);
    }

    private String graph() {
        return "trim=end_frame=1," + track.scaledTo(sizes.getLast()) + ','
                + PictureTrack.forJpeg() + ','
                + StillOutputs.split(sizes, "[shade]") + ";[shade]scale=" + gray.width() + ':' + gray.height()
                + ":flags=bicubic,format=gray[gray]";
    }
}
