package io.anpip.transcode.storage;

import io.anpip.transcode.cmaf.EncodedRendition;
import java.util.List;
import java.util.Optional;

/**
 * The commit of one encode task: names every object of the attempt that was first to finish.
 *
 * @param task the task's name in its generation, such as {@code chunk-00000}
 * @param attemptPrefix the folder of the winning attempt in the work bucket
 * @param renditions what was made
 * @param damagedFrames how many frames of the chunk were damaged in the source and are filled in or concealed; absent where none were
 */
public record TaskMarker(
        String task, String attemptPrefix, List<EncodedRendition> renditions, Optional<Double> damagedFrames) {

    public TaskMarker {
        renditions = List.copyOf(renditions);
    }
}
