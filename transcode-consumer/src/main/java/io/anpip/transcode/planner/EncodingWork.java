package io.anpip.transcode.planner;

import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.StoredPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a plan into the events that set the encoders to work. Pure. */
final class EncodingWork {

    private EncodingWork() {}

    /**
     * The plan's announcement, then audio and the picture that is copied, then the chunks in order: playback can start once the first two
     * and the first chunk are there. Subtitles come after the first chunk.
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
                plannedAt,
                Optional.of(plan.profile()),
                Optional.of(plan.leftOut()),
                Optional.of(plan.text().size())));
        for (int index = 0; index < plan.audio().size(); index++) {
            events.add(new EncodeAudio(
                    plan.videoId(),
                    plan.generation(),
                    taskId(plan, plan.audio().get(index).name()),
                    stored.object(),
                    index));
        }
        plan.copiedRung()
                .ifPresent(rung -> events.add(new CopyPicture(
                        plan.videoId(),
                        plan.generation(),
                        taskId(plan, "copy-" + rung.name()),
                        stored.object(),
                        rung.name())));
        List<VideoEvent> texts = subtitles(stored);
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
            if (chunk.index() == 0) {
                events.addAll(texts);
            }
        }
        if (chunks.isEmpty()) {
            events.addAll(texts);
        }
        return List.copyOf(events);
    }

    private static List<VideoEvent> subtitles(StoredPlan stored) {
        EncodingPlan plan = stored.plan();
        return plan.text().stream()
                .<VideoEvent>map(text -> new EncodeSubtitles(
                        plan.videoId(),
                        plan.generation(),
                        taskId(plan, text.name()),
                        stored.object(),
                        text.trackIndex()))
                .toList();
    }

    private static String taskId(EncodingPlan plan, String part) {
        return plan.videoId() + "/g" + plan.generation() + '/' + part;
    }
}
