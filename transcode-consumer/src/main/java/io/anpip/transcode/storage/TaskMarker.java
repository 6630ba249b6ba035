package io.anpip.transcode.storage;

import io.anpip.transcode.cmaf.EncodedRendition;
import java.util.List;

/**
 * The commit of one encode task: names every object of the attempt that was first to finish.
 *
 * @param task the task's name in its generation, such as {@code chunk-00000}
 * @param attemptPrefix the folder of the winning attempt in the work bucket
 * @param renditions what was made
 */
public record TaskMarker(String task, String attemptPrefix, List<EncodedRendition> renditions) {

    public TaskMarker {
        renditions = List.copyOf(renditions);
    }
}
