package io.anpip.transcode.planner;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.command.ContentLookCommand;
import io.anpip.transcode.command.ContentLookCommand.Comparison;
import io.anpip.transcode.ladder.ContentLadder;
import io.anpip.transcode.ladder.MeasuredGain;
import io.anpip.transcode.ladder.SimilarityReport;
import io.anpip.transcode.plan.EncodingPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a few pictures of a source for rungs that would show nothing new.
 *
 * <p>Most film needs every rung, and two pictures are enough to see it: only where they seem to need fewer, the whole number of pictures is
 * looked at. Failure: none; whatever goes wrong, and whatever takes too long, the video gets its whole ladder, because this saves work
 * and decides nothing else.
 */
@ApplicationScoped
public class ContentLook {

    private static final Logger LOGGER = LoggerFactory.getLogger(ContentLook.class);
    private static final int FIRST_PICTURES = 2;
    /** With so few rungs none can be left out. */
    private static final int FEWEST_RUNGS = 2;

    private static final long SCRATCH_BYTES = 1L << 20;

    private final FfmpegRunner ffmpeg;
    private final ScratchSpace scratch;
    private final LoopbackSource loopback;
    private final TranscodeConfig.LadderByContent config;

    public ContentLook(FfmpegRunner ffmpeg, ScratchSpace scratch, LoopbackSource loopback, TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
        this.loopback = loopback;
        this.config = config.ladderByContent();
    }

    /**
     * The ladder that the source needs.
     *
     * @param plan plan with the whole ladder
     */
    ContentLadder ladder(EncodingPlan plan, double negligibleGain) {
        ContentLadder whole = ContentLadder.whole(plan.rungs());
        if (!config.enabled()
                || negligibleGain == 0
                || plan.rungs().size() <= FEWEST_RUNGS
                || ContentLookCommand.comparisons(plan.rungs()).isEmpty()) {
            return whole;
        }
        long end = System.nanoTime() + config.budget().toNanos();
        ContentLadder ladder = whole;
        for (int pictures : List.of(FIRST_PICTURES, config.pictures())) {
            Optional<List<MeasuredGain>> gains = measure(plan, pictures, Duration.ofNanos(end - System.nanoTime()));
            if (gains.isEmpty()) {
                return whole;
            }
            ladder = ContentLadder.of(plan.rungs(), gains.get(), negligibleGain);
            LOGGER.info(
                    "Video {}: {} pictures show gains {}: {} rungs left out",
                    plan.videoId(),
                    pictures,
                    gains.get(),
                    ladder.leftOut().size());
            if (ladder.leftOut().isEmpty()) {
                return whole;
            }
        }
        return ladder;
    }

    private Optional<List<MeasuredGain>> measure(EncodingPlan plan, int pictures, Duration budget) {
        if (!budget.isPositive()) {
            LOGGER.warn("Video {}: no time left to look at its pictures; it gets the whole ladder", plan.videoId());
            return Optional.empty();
        }
        try {
            return switch (scratch.reserve(SCRATCH_BYTES)) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) -> {
                    LOGGER.warn("Video {} gets the whole ladder: {}", plan.videoId(), sentence);
                    yield Optional.empty();
                }
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield measure(plan, pictures, budget, directory);
                    }
                }
            };
        } catch (IOException disk) {
            LOGGER.warn("Video {} gets the whole ladder: the scratch disk failed", plan.videoId(), disk);
            return Optional.empty();
        }
    }

    private Optional<List<MeasuredGain>> measure(
            EncodingPlan plan, int pictures, Duration budget, ScratchDirectory directory) throws IOException {
        FfmpegOutcome outcome;
        try (LoopbackSource.OpenFile source = loopback.open(List.of(plan.source()))) {
            List<String> input =
                    MediaInput.http(URI.create(source.url()), format(plan)).arguments();
            outcome = ffmpeg.run(
                    new FfmpegCommand(
                                    ContentLookCommand.of(
                                            plan, pictures, input, directory.path(), FfmpegCommand::filterValue),
                                    budget)
                            .within(directory),
                    ProgressListener.ignoring());
        }
        if (!(outcome instanceof FfmpegOutcome.Completed)) {
            LOGGER.warn(
                    "Video {} gets the whole ladder: its pictures could not be looked at: {}", plan.videoId(), outcome);
            return Optional.empty();
        }
        List<MeasuredGain> gains = new ArrayList<>();
        for (Comparison comparison : ContentLookCommand.comparisons(plan.rungs())) {
            OptionalDouble lowest = SimilarityReport.lowest(Files.readAllLines(comparison.report(directory.path())));
            if (lowest.isPresent()) {
                gains.add(new MeasuredGain(
                        comparison.larger().shortSide(), comparison.smaller().shortSide(), 1 - lowest.getAsDouble()));
            }
        }
        return Optional.of(gains);
    }

    private static ContainerFormat format(EncodingPlan plan) {
        return ContainerFormat.readBy(plan.probe().demuxer())
                .orElseThrow(() -> new IllegalStateException(
                        "No container is read by " + plan.probe().demuxer()));
    }
}
