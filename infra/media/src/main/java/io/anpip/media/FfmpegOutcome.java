package io.anpip.media;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How an FFmpeg run ended. In every case but a machine that lost power no process of the run is left. */
public sealed interface FfmpegOutcome {

    /** @param decoded how much of the input could be decoded */
    record Completed(Duration wall, List<String> lastLines, DecodedPackets decoded) implements FfmpegOutcome {
        public Completed {
            lastLines = List.copyOf(lastLines);
        }

        public Completed(Duration wall, List<String> lastLines) {
            this(wall, lastLines, DecodedPackets.NONE);
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

        /** ILL, ABRT, BUS, FPE, KILL, SEGV, TERM, XFSZ. FFmpeg's own codes above 128 are negative error numbers. */
        private static final Set<Integer> FATAL_SIGNALS = Set.of(4, 6, 7, 8, 9, 11, 15, 25);

        private static final int FILE_TOO_LARGE_SIGNAL = 25;
        private static final Pattern FILE_TOO_LARGE =
                Pattern.compile("^(?:\\[[^\\]]*\\] )*\\[(?:error|fatal)\\] .*File too large");
        private static final Pattern OUT_OF_MEMORY =
                Pattern.compile("^(?:\\[[^\\]]*\\] )*\\[(?:error|fatal|panic)\\] .*Cannot allocate memory"
                        + "|^x264 \\[error\\]: malloc of size \\d+ failed");

        public Failed {
            lastLines = List.copyOf(lastLines);
        }

        /** A signal ended the process: out of memory, a crash, somebody's kill. */
        public boolean bySignal() {
            return FATAL_SIGNALS.contains(exitCode - 128);
        }

        /** It wrote more than it had room for. */
        public boolean beyondItsRoom() {
            return exitCode - 128 == FILE_TOO_LARGE_SIGNAL || isSaid(FILE_TOO_LARGE);
        }

        /** It asked for more memory than there is, or than it may have. */
        public boolean outOfMemory() {
            return isSaid(OUT_OF_MEMORY);
        }

        private boolean isSaid(Pattern complaint) {
            return lastLines.stream().anyMatch(line -> complaint.matcher(line).find());
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
