package io.anpip.chapter.fusion;

import io.anpip.chapter.fusion.Evidence.BlackSeen;
import io.anpip.chapter.fusion.Evidence.CutSeen;
import io.anpip.chapter.fusion.Evidence.SilenceHeard;
import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;
import io.anpip.chapter.signal.Signals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings signals of the same moment together as boundaries. */
public final class Fusion {

    /** Decoders that skip frames see a cut some frames late. */
    private static final double SAME_MOMENT_SECONDS = 0.25;

    /** A fade to black and one from black take about so long; what changes in it is no cut of its own. */
    private static final double FADE_SECONDS = 1.2;

    /** Speech and music stop a little before or after a cut. */
    private static final double SILENCE_NEAR_SECONDS = 0.5;

    private Fusion() {}

    /**
     * Boundaries of a video with a picture: cuts and black pictures, each supported by silence around it. Silence alone is none there:
     * somebody who speaks also pauses.
     */
    public static List<Boundary> ofPicture(Signals signals) {
        Stream<Boundary> afterBlack = signals.blacks().stream()
                .map(black -> new Boundary(black.endSeconds(), withStrongestCut(black, signals.cuts())));
        Stream<Boundary> cuts = signals.cuts().stream()
                .filter(cut ->
                        signals.blacks().stream().noneMatch(black -> black.isAround(cut.atSeconds(), FADE_SECONDS)))
                .map(cut -> new Boundary(cut.atSeconds(), List.of(new CutSeen(cut))));
        return Stream.concat(afterBlack, cuts)
                .map(boundary -> supported(boundary, signals.silences()))
                .sorted(Comparator.comparingDouble(Boundary::atSeconds))
                .toList();
    }

    /** Boundaries of a file without a picture: where sound begins again after a pause. */
    public static List<Boundary> ofSound(List<Interval> silences, double pauseSeconds) {
        return silences.stream()
                .filter(silence -> silence.lengthSeconds() >= pauseSeconds)
                .map(silence -> new Boundary(silence.endSeconds(), List.of(new SilenceHeard(silence))))
                .toList();
    }

    private static List<Evidence> withStrongestCut(Interval black, List<Cut> cuts) {
        List<Evidence> evidence = new ArrayList<>(List.of(new BlackSeen(black)));
        cuts.stream()
                .filter(cut -> black.isAround(cut.atSeconds(), SAME_MOMENT_SECONDS))
                .max(Comparator.comparingDouble(Cut::sceneScore))
                .ifPresent(cut -> evidence.add(new CutSeen(cut)));
        return evidence;
    }

    private static Boundary supported(Boundary boundary, List<Interval> silences) {
        Optional<Interval> longest = silences.stream()
                .filter(silence -> silence.isAround(boundary.atSeconds(), SILENCE_NEAR_SECONDS))
                .max(Comparator.comparingDouble(Interval::lengthSeconds));
        return longest.map(silence -> {
                    List<Evidence> evidence = new ArrayList<>(boundary.evidence());
                    evidence.add(new SilenceHeard(silence));
                    return new Boundary(boundary.atSeconds(), evidence);
                })
                .orElse(boundary);
    }
}
