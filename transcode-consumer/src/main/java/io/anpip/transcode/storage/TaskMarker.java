package io.anpip.transcode.storage;

import io.anpip.schemas.Loudness;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.plan.EncodedParts;
import io.anpip.transcode.text.EncodedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The commit of one encode task: names every object of the attempt that was first to finish.
 *
 * @param task the task's name in its generation, such as {@code chunk-00000}
 * @param attemptPrefix the folder of the winning attempt in the work bucket
 * @param renditions what was made of picture or sound
 * @param loudness of sound, as it was measured
 * @param text what was made of subtitles
 * @param leftOut why the video goes without what the task was to make, if it does
 * @param damagedFrames how many frames of the chunk were damaged in the source and are filled in or concealed; absent where none were
 */
public record TaskMarker(
        String task,
        String attemptPrefix,
        List<EncodedRendition> renditions,
        Optional<Loudness> loudness,
        Optional<EncodedText> text,
        Optional<LeftOut> leftOut,
        Optional<Double> damagedFrames) {

    /** A rendition that can't be made of this source, and a sentence for people that says why. */
    public record LeftOut(String rendition, String reason) {}

    /** A task that has made renditions of an intact picture. */
    public TaskMarker(String task, String attemptPrefix, List<EncodedRendition> renditions) {
        this(task, attemptPrefix, renditions, Optional.<Double>empty());
    }

    /** A task that has made renditions of the picture. */
    public TaskMarker(
            String task, String attemptPrefix, List<EncodedRendition> renditions, Optional<Double> damagedFrames) {
        this(task, attemptPrefix, renditions, Optional.empty(), Optional.empty(), Optional.empty(), damagedFrames);
    }

    /** A task that has made a rendition of sound. */
    public static TaskMarker sound(
            String task, String attemptPrefix, List<EncodedRendition> renditions, Optional<Loudness> loudness) {
        return new TaskMarker(
                task, attemptPrefix, renditions, loudness, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A task that has made WebVTT of subtitles. */
    public static TaskMarker text(String task, String attemptPrefix, EncodedText text) {
        return new TaskMarker(
                task,
                attemptPrefix,
                List.of(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.empty());
    }

    /** A task whose rendition the video goes without. */
    public static TaskMarker leftOut(String task, String attemptPrefix, String rendition, String reason) {
        return new TaskMarker(
                task,
                attemptPrefix,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new LeftOut(rendition, reason)),
                Optional.empty());
    }

    /** What these tasks have made together. */
    public static EncodedParts parts(List<TaskMarker> committed) {
        return new EncodedParts(
                committed.stream().flatMap(task -> task.renditions().stream()).toList(),
                committed.stream().flatMap(task -> task.text().stream()).toList(),
                committed.stream()
                        .flatMap(task -> task.leftOut().stream())
                        .map(LeftOut::rendition)
                        .collect(Collectors.toSet()));
    }

    public TaskMarker {
        renditions = List.copyOf(renditions);
    }
}
