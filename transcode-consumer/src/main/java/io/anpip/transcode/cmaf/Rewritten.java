package io.anpip.transcode.cmaf;

import java.util.List;

/**
 * A CMAF track, ready to be stored.
 *
 * @param timescale ticks per second
 * @param init the init segment
 * @param segments the media segments in order
 */
public record Rewritten(int timescale, InitSegment init, List<MediaSegment> segments) implements RewriteOutcome {

    public Rewritten {
        segments = List.copyOf(segments);
    }
}
