package io.anpip.upload.chapters;

import io.anpip.schemas.Chapter;
import io.anpip.upload.session.DisplayName;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of chapters that a user writes.
 *
 * @param most most chapters of a video
 * @param shortestSeconds least time between the starts of two chapters
 */
public record ChapterRules(int most, double shortestSeconds) {

    /** A player's idea of a video's length differs from ours by so much, at most. */
    private static final double END_TOLERANCE_SECONDS = 0.5;

    /** The chapters with their ends, in milliseconds. Fails with {@link Refusal.UnfitChapters}, which names the first that does not fit. */
    public List<Chapter> check(List<ChapterDraft> drafts, double videoSeconds) {
        if (drafts.size() > most) {
            throw unfit("A video may have at most " + most + " chapters; these are " + drafts.size());
        }
        List<Double> starts = starts(drafts, videoSeconds);
        List<Chapter> chapters = new ArrayList<>();
        for (int index = 0; index < drafts.size(); index++) {
            double next = index + 1 < starts.size() ? starts.get(index + 1) : videoSeconds;
            chapters.add(new Chapter(
                    rounded(starts.get(index)),
                    rounded(end(drafts.get(index), index + 1, starts.get(index), next)),
                    title(drafts.get(index), index + 1)));
        }
        return List.copyOf(chapters);
    }

    private List<Double> starts(List<ChapterDraft> drafts, double videoSeconds) {
        List<Double> starts = new ArrayList<>();
        for (ChapterDraft draft : drafts) {
            int number = starts.size() + 1;
            double start =
                    draft.startSeconds().orElseThrow(() -> unfit("Chapter " + number + " has no 'startSeconds'"));
            // Written so that what is no number is refused too.
            if (!(start >= 0 && start < videoSeconds)) {
                throw unfit("Chapter " + number + " begins at " + start + " s; the video begins at 0 s and ends at "
                        + videoSeconds + " s");
            }
            if (!starts.isEmpty() && start - starts.getLast() < shortestSeconds) {
                throw unfit("Chapter " + number + " begins at " + start + " s, the one before at " + starts.getLast()
                        + " s; chapters stand in order of time, at least " + shortestSeconds + " s apart");
            }
            starts.add(start);
        }
        return starts;
    }

    private static double end(ChapterDraft draft, int number, double start, double next) {
        double end = draft.endSeconds().orElse(next);
        if (!(end > start && end <= next + END_TOLERANCE_SECONDS)) {
            throw unfit("Chapter " + number + " ends at " + end + " s; it must end after its start at " + start
                    + " s and no later than " + next + " s, where the next one begins or the video ends");
        }
        return Math.min(end, next);
    }

    private static String title(ChapterDraft draft, int number) {
        if (draft.title().strip().length() > DisplayName.MAX_LENGTH) {
            throw unfit("The title of chapter " + number + " has more than " + DisplayName.MAX_LENGTH + " characters");
        }
        String title = DisplayName.ofTitle(draft.title());
        if (title.isEmpty()) {
            throw unfit("Chapter " + number + " has no 'title' that can be seen");
        }
        return title;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    private static RefusedException unfit(String why) {
        return new Refusal.UnfitChapters(why + '.').asException();
    }
}
