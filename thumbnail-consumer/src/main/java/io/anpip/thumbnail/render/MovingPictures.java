package io.anpip.thumbnail.render;

import io.anpip.schemas.VideoTrack;
import io.anpip.thumbnail.command.PictureTrack;
import io.anpip.thumbnail.command.PosterCommand;
import io.anpip.thumbnail.command.RunLimits;
import io.anpip.thumbnail.command.StillOutputs;
import io.anpip.thumbnail.command.SurveyCommand;
import io.anpip.thumbnail.frame.Look;
import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.poster.Candidate;
import io.anpip.thumbnail.poster.PosterChoice;
import io.anpip.thumbnail.poster.PosterSizes;
import io.anpip.thumbnail.render.RenderOutcome.Failed;
import io.anpip.thumbnail.render.RenderOutcome.NotNow;
import io.anpip.thumbnail.render.RenderOutcome.Rendered;
import io.anpip.thumbnail.render.RenderedPictures.Posters;
import io.anpip.thumbnail.render.RenderedPictures.Survey;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the pictures of a picture track: first the survey, then the poster the survey found best. */
record MovingPictures(SurveyCommand survey, int posterSize, RunLimits limits, Drawing drawing, Path scratch) {

    /** Further candidates are tried when a picture turns out worse than the survey made it look. */
    private static final int MOST_CANDIDATES = 3;

    RenderOutcome<RenderedPictures> draw() {
        Path folder = subfolder("survey");
        GrayFrames tiles = new GrayFrames(survey.storyboard().tile());
        return drawing.draw(
                survey.in(folder, limits),
                tiles,
                () -> isComplete(folder, tiles)
                        ? withPoster(
                                new Survey(
                                        folder,
                                        survey.storyboard(),
                                        survey.preview().format()),
                                tiles.looks())
                        : Drawing.damaged());
    }

    private boolean isComplete(Path folder, GrayFrames tiles) {
        StoryboardPlan plan = survey.storyboard();
        return tiles.looks().size() == plan.tileCount()
                && Files.exists(folder.resolve(survey.preview().format().fileName()))
                && IntStream.range(0, plan.sheetCount())
                        .allMatch(sheet -> Files.exists(folder.resolve(StoryboardPlan.sheetName(sheet))));
    }

    private RenderOutcome<RenderedPictures> withPoster(Survey surveyed, List<Look> looks) {
        PictureTrack source = survey.track();
        VideoTrack track = source.track();
        List<PictureSize> sizes = PosterSizes.of(track.displayWidth(), track.displayHeight(), posterSize);
        PosterCommand command =
                new PosterCommand(source, sizes, survey.storyboard().tile());
        Optional<Shot> best = Optional.empty();
        for (Candidate candidate : candidates(looks)) {
            Path folder = subfolder("poster-" + candidate.time().toMillis());
            GrayFrames gray = new GrayFrames(survey.storyboard().tile());
            RenderOutcome<Shot> taken = drawing.draw(
                    command.at(candidate.time(), folder, limits), gray, () -> shot(new Posters(folder, sizes), gray));
            switch (taken) {
                case Rendered<Shot>(Shot shot)
                when PosterChoice.keepsPromise(shot.score(), candidate) -> {
                    return finished(shot, surveyed);
                }
                case Rendered<Shot>(Shot shot) -> best = better(best, shot);
                // A file may be whole enough for the survey and yet not here: the next candidate may do.
                case Failed<Shot> ignored -> {}
                case NotNow<Shot>(String reason) -> {
                    return new NotNow<>(reason);
                }
            }
        }
        return best.<RenderOutcome<RenderedPictures>>map(shot -> finished(shot, surveyed))
                .orElseGet(Drawing::damaged);
    }

    /** A poster that was taken, and how good it looks. */
    private record Shot(Posters posters, double score) {}

    private static RenderOutcome<Shot> shot(Posters posters, GrayFrames gray) {
        boolean written = posters.sizes().stream()
                .allMatch(size -> Files.exists(posters.folder().resolve(StillOutputs.fileName(size))));
        return written && !gray.looks().isEmpty()
                ? new Rendered<>(new Shot(posters, gray.looks().getFirst().score()))
                : Drawing.damaged();
    }

    private static Optional<Shot> better(Optional<Shot> best, Shot shot) {
        return best.filter(known -> known.score() >= shot.score()).or(() -> Optional.of(shot));
    }

    private static RenderOutcome<RenderedPictures> finished(Shot shot, Survey surveyed) {
        return new Rendered<>(new RenderedPictures(shot.posters(), Optional.of(surveyed)));
    }

    /** The best tiles, and at last the start of the video: a file that cannot be searched can still be read from there. */
    private List<Candidate> candidates(List<Look> looks) {
        List<Candidate> tiles = new ArrayList<>();
        for (int tile = 0; tile < looks.size(); tile++) {
            tiles.add(new Candidate(survey.timeOf(tile), looks.get(tile)));
        }
        Candidate start = new Candidate(Duration.ZERO, looks.getFirst());
        return Stream.concat(
                        PosterChoice.ranked(tiles, survey.storyboard().length()).stream()
                                .limit(MOST_CANDIDATES),
                        Stream.of(start))
                .distinct()
                .toList();
    }

    private Path subfolder(String name) {
        try {
            return Files.createDirectories(scratch.resolve(name));
        } catch (IOException diskTrouble) {
            throw new UncheckedIOException("No folder could be made in " + scratch, diskTrouble);
        }
    }
}
