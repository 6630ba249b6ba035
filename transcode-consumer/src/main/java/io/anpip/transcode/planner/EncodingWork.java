package io.anpip.transcode.planner;

import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.StoredPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns a plan into the events that set the encoders to work. Pure. */
final class EncodingWork {

    private EncodingWork() {}

    /**
     * The plan's announcement, then audio and the picture that is copied, then the chunks in order: playback can start once the first two
     * and the first chunk are there.
     */
    static List<VideoEvent> of(StoredPlan stored, Instant plannedAt) {
        EncodingPlan plan = stored.plan();
        List<ChunkRange> chunks = plan.grid().map(FrameGrid::chunks).orElse(List.of());
        List<VideoEvent> events = new ArrayList<>();
        events.add(new TranscodePlanned(
                plan.videoId(),
                plan.generation(),
                plan.grid().map(FrameGrid::totalFrames).orElse(0L),
                plan.grid().map(FrameGrid::frameRate),
                chunks.size(),
                plan.audio().size(),
                plan.plannedRenditions(),
                plannedAt));
        for (AudioRendition audio : plan.audio()) {
            events.add(new EncodeAudio(
                    plan.videoId(),
                    plan.generation(),
                    taskId(plan, audio.name()),
                    stored.object(),
                    audio.trackIndex()));
        }
        plan.copiedRung()
                .ifPresent(rung -> events.add(new CopyPicture(
                        plan.videoId(),
                        plan.generation(),
                        taskId(plan, "copy-" + rung.name()),
                        stored.object(),
                        rung.name())));
        for (ChunkRange chunk : chunks) {
            events.add(new EncodeChunk(
                    plan.videoId(),
                    plan.generation(),
                    taskId(plan, "frames-" + chunk.firstFrame() + '-' + chunk.endFrame()),
                    stored.object(),
                    chunk.index(),
                    chunks.size(),
                    chunk.firstFrame(),
                    chunk.frameCount()));
        }
        return List.copyOf(events);
    }

    private static String taskId(EncodingPlan plan, String part) {
        return plan.videoId() + "/g" + plan.generation() + '/' + part;
    }
}
