package io.anpip.media;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How an FFmpeg run ended. In every case but a machine that lost power no process of the run is left. */
public sealed interface FfmpegOutcome {

    record Completed(Duration wall, List<String> lastLines) implements FfmpegOutcome {
        public Completed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /**
     * FFmpeg ended by itself with an error, was killed from outside, could not start, or was not served its whole input.
     *
     * @param exitCode FFmpeg's own; 128 + n after signal n (137: killed, most often for memory); {@link #NOT_STARTED};
     *     0 where it ended as if all were well, after its input had broken off
     */
    record Failed(int exitCode, List<String> lastLines) implements FfmpegOutcome {

        /** What a shell says when a program cannot be started. */
        public static final int NOT_STARTED = 127;

        /** ILL, ABRT, BUS, FPE, KILL, SEGV, TERM. FFmpeg's own codes above 128 are negative error numbers. */
        private static final Set<Integer> FATAL_SIGNALS = Set.of(4, 6, 7, 8, 9, 11, 15);

        public Failed {
            lastLines = List.copyOf(lastLines);
        }

        /** A signal ended the process: out of memory, a crash, somebody's kill. */
        public boolean bySignal() {
            return FATAL_SIGNALS.contains(exitCode - 128);
        }
    }

    /** Killed after its stall budget without a sign of life. */
    record Stalled(List<String> lastLines) implements FfmpegOutcome {
        public Stalled {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** Killed at the end of its wall budget. */
    record OverBudget(List<String> lastLines) implements FfmpegOutcome {
        public OverBudget {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** Killed because the thread that waited for it was interrupted, as at shutdown. The thread stays interrupted. */
    record Interrupted() implements FfmpegOutcome {}
}
