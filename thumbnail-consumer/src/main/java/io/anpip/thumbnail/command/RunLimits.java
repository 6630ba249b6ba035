package io.anpip.thumbnail.command;

import io.anpip.media.FfmpegCommand;
import java.time.Duration;
import java.util.List;

/**
 * How long a run may take.
 *
 * @param wall in all
 * @param stall without a sign of life
 */
public record RunLimits(Duration wall, Duration stall) {

    FfmpegCommand command(List<String> arguments) {
        return new FfmpegCommand(arguments, wall, stall);
    }
}
