package io.anpip.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One FFmpeg run as a value: what to call it with and how long it may take.
 *
 * <p>{@link FfmpegRunner} puts in front what every run needs ({@code -y -nostdin -hide_banner -nostats}, log level and
 * progress report), and nothing behind.
 *
 * @param arguments inputs, filters and outputs, without the executable; never through a shell
 * @param wallBudget the longest the run may take
 * @param stallBudget the longest it may go without a sign of life: a change in the reported progress, a line on standard
 *     error, a byte on standard output. Where a filter keeps frames back (tile, thumbnail), give it the wall budget.
 * @param room where it works; the directory of this process and no limit of its own where there is none
 * @param urgency who goes first where processor time is short
 */
public record FfmpegCommand(
        List<String> arguments, Duration wallBudget, Duration stallBudget, Optional<Room> room, Urgency urgency) {

    /** Who goes first where processor time is short. */
    public enum Urgency {
        /** Like any other process. */
        USUAL,
        /** Takes what others leave, about a quarter where all of it is wanted: never nothing, so that it shows progress. */
        BEHIND_OTHERS
    }

    private static final Set<String> OPTIONS_OF_THE_RUNNER = Set.of("-loglevel", "-v", "-progress", "-n", "-y");

    /**
     * Where a run works and how much it may write.
     *
     * @param directory its working directory
     * @param bytes of the largest file it may write; it is ended when it tries more
     */
    public record Room(Path directory, long bytes) {}

    public FfmpegCommand {
        arguments = List.copyOf(arguments);
        if (!wallBudget.isPositive() || !stallBudget.isPositive()) {
            throw new IllegalArgumentException("a run needs time: " + wallBudget + ", " + stallBudget);
        }
        arguments.stream().filter(OPTIONS_OF_THE_RUNNER::contains).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException(option + " is set by the runner");
        });
    }

    public FfmpegCommand(List<String> arguments, Duration wallBudget, Duration stallBudget) {
        this(arguments, wallBudget, stallBudget, Optional.empty(), Urgency.USUAL);
    }

    public FfmpegCommand(List<String> arguments, Duration wallBudget) {
        this(arguments, wallBudget, wallBudget);
    }

    /** The same run, at work in this directory: no file of it may become larger than what is reserved there. */
    public FfmpegCommand within(ScratchDirectory directory) {
        Room reserved = new Room(directory.path(), directory.reservedBytes());
        return new FfmpegCommand(arguments, wallBudget, stallBudget, Optional.of(reserved), urgency);
    }

    /** The same run, for which nobody is waiting. */
    public FfmpegCommand behindOthers() {
        return new FfmpegCommand(arguments, wallBudget, stallBudget, room, Urgency.BEHIND_OTHERS);
    }

    /**
     * Quotes a file name for use as a value inside a filter graph, as in {@code metadata=print:file=...}.
     *
     * <p>FFmpeg unescapes twice: once for the graph, once for the options of the filter.
     */
    public static String filterValue(Path file) {
        String value = file.toAbsolutePath().toString();
        String option = value.replaceAll("([\\\\':])", "\\\\$1");
        return option.replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
    }
}
