package io.anpip.media;

import io.anpip.media.FfmpegOutcome.Completed;
import io.anpip.media.FfmpegOutcome.Failed;
import io.anpip.media.FfmpegOutcome.Interrupted;
import io.anpip.media.FfmpegOutcome.OverBudget;
import io.anpip.media.FfmpegOutcome.Stalled;
import java.util.List;
import java.util.function.Supplier;

/** What the end of an FFmpeg run says about its input: tells a broken file from a broken machine. */
public sealed interface FfmpegVerdict {

    /** The run did what it was asked. */
    record Fine() implements FfmpegVerdict {}

    /** FFmpeg read the input and could not work with it: another try would end the same way. */
    record InputAtFault(List<String> lastLines) implements FfmpegVerdict {
        public InputAtFault {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** The input may have made FFmpeg crash, hang or eat the memory, or the machine was too busy; worth one more try. */
    record Suspect(String reason, List<String> lastLines) implements FfmpegVerdict {
        public Suspect {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** FFmpeg could not do its work for reasons of this machine or of the store; says nothing about the input. */
    record NotItsFault(String reason) implements FfmpegVerdict {}

    /** Runs, and runs once more where the first end was suspect: what fails twice that way is the input's own doing. */
    static FfmpegVerdict ofTwoTries(Supplier<FfmpegOutcome> run) {
        FfmpegVerdict first = of(run.get());
        return first instanceof Suspect ? of(run.get()) : first;
    }

    /** Reads an outcome. */
    static FfmpegVerdict of(FfmpegOutcome outcome) {
        return switch (outcome) {
            // FFmpeg takes an input that breaks off for its end, and is content.
            case Completed completed
            when MachineTrouble.isNamedIn(completed.lastLines()) ->
                new NotItsFault("FFmpeg's input was not served to its end");
            case Completed _ -> new Fine();
            case Stalled(List<String> lines) -> new Suspect("it stopped making progress", lines);
            case OverBudget(List<String> lines) -> new Suspect("it took longer than allowed", lines);
            case Interrupted _ -> new NotItsFault("FFmpeg was interrupted");
            case Failed failed -> ofFailure(failed);
        };
    }

    private static FfmpegVerdict ofFailure(Failed failed) {
        if (failed.exitCode() == Failed.NOT_STARTED || MachineTrouble.isNamedIn(failed.lastLines())) {
            return new NotItsFault(
                    failed.lastLines().isEmpty()
                            ? "FFmpeg could not start"
                            : "FFmpeg failed: " + failed.lastLines().getLast());
        } else if (failed.beyondItsRoom()) {
            return new Suspect("it wrote more than was reserved for it", failed.lastLines());
        } else if (failed.outOfMemory()) {
            return new Suspect("it needed more memory than it may have", failed.lastLines());
        } else if (failed.bySignal()) {
            return new Suspect("it ended with signal " + (failed.exitCode() - 128), failed.lastLines());
        }
        return new InputAtFault(failed.lastLines());
    }
}
