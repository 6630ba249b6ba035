package io.anpip.chapter.document;

import io.anpip.chapter.fusion.Boundary;
import io.anpip.chapter.fusion.Evidence;
import io.anpip.chapter.fusion.Evidence.BlackSeen;
import io.anpip.chapter.fusion.Evidence.CutSeen;
import io.anpip.chapter.fusion.Evidence.SilenceHeard;
import io.anpip.schemas.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chapters of a video, and why they are where they are; the JSON document has the same shape.
 *
 * @param origin where they are from
 * @param durationSeconds length of the video
 * @param chapters in order; empty when the video has none
 */
public record ChapterList(Origin origin, double durationSeconds, List<Entry> chapters) {

    public ChapterList {
        chapters = List.copyOf(chapters);
    }

    /** Where chapters are from. */
    public enum Origin {
        /** The file carried them. */
        CONTAINER,
        /** They were found in picture and sound. */
        AUTOMATIC
    }

    /**
     * One chapter.
     *
     * @param startSeconds start
     * @param endSeconds end
     * @param title for people
     * @param score how sure its start is, from 0 to 1; only where it was found
     * @param signals what its start was found by
     */
    public record Entry(
            double startSeconds, double endSeconds, String title, Optional<Double> score, List<Signal> signals) {
        public Entry {
            signals = List.copyOf(signals);
        }
    }

    /**
     * One signal at the start of a chapter.
     *
     * @param kind {@code CUT}, {@code BLACK} or {@code SILENCE}
     * @param startSeconds when it began
     * @param endSeconds when it ended
     * @param weight how sure a start would be by this alone, from 0 to 1
     */
    public record Signal(String kind, double startSeconds, double endSeconds, double weight) {}

    /** Chapters that a file carried. */
    public static ChapterList carried(List<Chapter> chapters, double durationSeconds) {
        return new ChapterList(
                Origin.CONTAINER,
                durationSeconds,
                chapters.stream()
                        .map(chapter -> new Entry(
                                rounded(chapter.startSeconds()),
                                rounded(chapter.endSeconds()),
                                chapter.title(),
                                Optional.empty(),
                                List.of()))
                        .toList());
    }

    /** Chapters between boundaries, from the start of the video to its end; none without a boundary. */
    public static ChapterList found(List<Boundary> boundaries, double durationSeconds) {
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; !boundaries.isEmpty() && index <= boundaries.size(); index++) {
            Optional<Boundary> start = index == 0 ? Optional.empty() : Optional.of(boundaries.get(index - 1));
            double end = index == boundaries.size()
                    ? durationSeconds
                    : boundaries.get(index).atSeconds();
            entries.add(new Entry(
                    rounded(start.map(Boundary::atSeconds).orElse(0.0)),
                    rounded(end),
                    "Chapter " + (index + 1),
                    start.map(Boundary::score).map(ChapterList::rounded),
                    start.map(boundary -> boundary.evidence().stream()
                                    .map(ChapterList::signal)
                                    .toList())
                            .orElse(List.of())));
        }
        return new ChapterList(Origin.AUTOMATIC, durationSeconds, entries);
    }

    /** The chapters as the event contract has them. */
    public List<Chapter> plain() {
        return chapters.stream()
                .map(entry -> new Chapter(entry.startSeconds(), entry.endSeconds(), entry.title()))
                .toList();
    }

    private static Signal signal(Evidence evidence) {
        double weight = rounded(evidence.weight());
        return switch (evidence) {
            case CutSeen(var cut) -> new Signal("CUT", rounded(cut.atSeconds()), rounded(cut.atSeconds()), weight);
            case BlackSeen(var black) ->
                new Signal("BLACK", rounded(black.startSeconds()), rounded(black.endSeconds()), weight);
            case SilenceHeard(var silence) ->
                new Signal("SILENCE", rounded(silence.startSeconds()), rounded(silence.endSeconds()), weight);
        };
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
