package io.anpip.chapter.picture;

import io.anpip.chapter.signal.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Finds where the picture is black or white, as between two scenes; a flash within a scene is not meant. */
public final class BlankSearch {

    private static final double LONGEST_FLASH_SECONDS = 1;

    /** In percent of the range: a fade goes in smaller steps. */
    private static final double SUDDEN = 12;

    /** Before and after differ by less than this of what the flash itself differs by. */
    private static final double SAME_SCENE = 0.25;

    private static final double SAME_STRUCTURE = 0.7;

    private final PictureTrail trail;

    private BlankSearch(PictureTrail trail) {
        this.trail = trail;
    }

    /** The blank stretches that something is shown after, in order of time for each of black and white. */
    public static List<Interval> blanks(PictureTrail trail) {
        var search = new BlankSearch(trail);
        return Stream.concat(
                        search.runs(trail.pictures()::isBlack).stream(),
                        search.runs(trail.pictures()::isWhite).stream())
                .filter(run -> !search.isFlash(run))
                .map(run -> new Interval(trail.timeOf(run.first), trail.timeOf(run.end)))
                .toList();
    }

    private record Run(int first, int end) {}

    private List<Run> runs(IntPredicate blank) {
        List<Run> runs = new ArrayList<>();
        int first = -1;
        for (int picture = 0; picture < trail.count(); picture++) {
            boolean isBlank = blank.test(picture);
            if (isBlank && first < 0) {
                first = picture;
            } else if (!isBlank && first >= 0) {
                runs.add(new Run(first, picture));
                first = -1;
            }
        }
        return runs;
    }

    /** Comes at once, goes at once, and the scene is the same as before. */
    private boolean isFlash(Run run) {
        if (run.first == 0 || (run.end - run.first) / trail.rate() > LONGEST_FLASH_SECONDS) {
            return false;
        }
        Pictures pictures = trail.pictures();
        double step =
                Math.min(pictures.difference(run.first - 1, run.first), pictures.difference(run.end - 1, run.end));
        return step > SUDDEN
                && (pictures.difference(run.first - 1, run.end) < SAME_SCENE * step
                        || pictures.resemblance(run.first - 1, run.end) > SAME_STRUCTURE);
    }
}
