package io.anpip.localstack.failure;

import java.nio.file.Path;
import java.util.List;

/** Why the local stack cannot run, with a sentence that tells a person what to do next. */
public sealed interface LocalStackFailure {

    /** One line: what happened, and what to do about it. */
    String message();

    /** A port that the user fixed is in use by a program that is not ours. */
    record PortTaken(String part, int port) implements LocalStackFailure {
        @Override
        public String message() {
            return "Port " + port + ", which " + part
                    + " needs, is taken by another program: stop that program or choose" + " another port.";
        }
    }

    /** The file system has too little room to start, or ran full while starting. */
    record DiskFull(Path directory, long freeBytes, long neededBytes) implements LocalStackFailure {
        private static final long MEBIBYTE = 1024 * 1024;

        @Override
        public String message() {
            return "No room on the disk of " + directory + ": " + freeBytes / MEBIBYTE + " MiB free, at least "
                    + neededBytes / MEBIBYTE + " MiB needed. Free some space or choose another directory.";
        }
    }

    /** A process ended, or did not become ready in time; its last log lines usually say why. */
    record DidNotStart(String part, String reason, Path log, List<String> lastLines) implements LocalStackFailure {
        public DidNotStart {
            lastLines = List.copyOf(lastLines);
        }

        @Override
        public String message() {
            String last = lastLines.isEmpty() ? "" : " Its last words: " + lastLines.getLast();
            return part + " did not start: " + reason + ". See " + log + "." + last;
        }
    }

    /** Another launcher holds the data directory. */
    record AlreadyRunning(Path directory, long pid) implements LocalStackFailure {
        @Override
        public String message() {
            String who = pid > 0 ? "process " + pid : "another process";
            return "Anpip is already running on " + directory + " (" + who
                    + "): use it, stop it, or choose another data" + " directory.";
        }
    }

    /** There is no bundled program for this operating system or processor, or it cannot run here. */
    record UnsupportedPlatform(String what) implements LocalStackFailure {
        @Override
        public String message() {
            return what;
        }
    }

    /** A directory cannot be created, read or written. */
    record DirectoryUnusable(Path directory, String reason) implements LocalStackFailure {
        @Override
        public String message() {
            return "Cannot use " + directory + ": " + reason + ". Check its permissions or choose another directory.";
        }
    }
}
