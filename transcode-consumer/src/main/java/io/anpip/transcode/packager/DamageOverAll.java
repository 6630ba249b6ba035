package io.anpip.transcode.packager;

import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.Decodability;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.TaskMarker;
import java.util.List;
import java.util.Optional;

/** Adds up what the finished chunks of a video say of damaged frames. Pure. */
final class DamageOverAll {

    private DamageOverAll() {}

    /** The reason to give the video up: as soon as it is sure that too much of it is lost, however much is still to come. */
    static Optional<String> objection(EncodingPlan plan, List<TaskMarker> committed, double leastShare) {
        double frames = committed.stream()
                .mapToDouble(task -> task.damagedFrames().orElse(0.0))
                .sum();
        long total = plan.grid().map(FrameGrid::totalFrames).orElse(1L);
        return Decodability.objection(frames / total, leastShare, "pictures");
    }
}
