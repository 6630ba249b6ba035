package io.anpip.cli.failure;

import java.net.URI;
import java.nio.file.Path;

/** Why a command did not do what was asked for. */
public sealed interface Failure {

    /** One line: what happened, and what to do next. */
    String sentence();

    /** The API's port belongs to another program. */
    record PortTaken(int port) implements Failure {
        @Override
        public String sentence() {
            return "Port " + port + " is taken by another program: choose another one with --port or ANPIP_PORT.";
        }
    }

    /** A stack runs on this data directory, with other settings than those asked for. */
    record RunsOnOtherPort(Path data, int running, int wanted) implements Failure {
        @Override
        public String sentence() {
            return "Anpip already runs on " + data + " with port " + running + ", not " + wanted
                    + ": use it as it is, stop it with 'anpip down', or choose another directory with --data.";
        }
    }

    /** A stack runs on this data directory and a second one was asked for. */
    record SupervisorBusy(Path data, long pid) implements Failure {
        @Override
        public String sentence() {
            return "Another 'anpip up' (process " + pid + ") is at work on " + data
                    + " and the stack did not become healthy: look at its terminal, or stop it with 'anpip down'.";
        }
    }

    /** No stack runs on this data directory. */
    record NotRunning(Path data) implements Failure {
        @Override
        public String sentence() {
            return "Anpip does not run on " + data + ": start it with 'anpip up', or name its directory with --data.";
        }
    }

    /** A module was not built. */
    record NotBuilt(String module, Path expected) implements Failure {
        @Override
        public String sentence() {
            return module + " is not built (" + expected + " is missing): run ./anpip, which builds it.";
        }
    }

    /** There is no usable FFmpeg. */
    record NoFfmpeg(String reason) implements Failure {
        @Override
        public String sentence() {
            return "No usable FFmpeg: " + reason;
        }
    }

    /** A tool run by a command failed. */
    record ToolFailed(String tool, int exitCode, String lastWords) implements Failure {
        @Override
        public String sentence() {
            return tool + " ended with code " + exitCode + (lastWords.isBlank() ? "." : ": " + lastWords);
        }
    }

    /** The data directory cannot be used. */
    record DirectoryUnusable(Path directory, String reason) implements Failure {
        @Override
        public String sentence() {
            return "Cannot use " + directory + ": " + reason
                    + ". Check its permissions, or choose another one with --data.";
        }
    }

    /** Too little room on the disk. */
    record DiskFull(Path directory, long freeMebibytes, long neededMebibytes) implements Failure {
        @Override
        public String sentence() {
            return "Too little room for " + directory + ": " + freeMebibytes + " MiB free, " + neededMebibytes
                    + " MiB wanted. Free some space, or choose another directory with --data (limit: ANPIP_MIN_FREE_MIB).";
        }
    }

    /** A file that was named cannot be read. */
    record FileUnreadable(Path file, String reason) implements Failure {
        @Override
        public String sentence() {
            return "Cannot read " + file + ": " + reason + ".";
        }
    }

    /** The API answered with a problem. */
    record ApiRefused(int status, String title, String detail) implements Failure {
        @Override
        public String sentence() {
            String what = detail.isBlank() ? title : detail;
            return "The API refused (" + status + "): " + (what.isBlank() ? "no reason given" : what);
        }
    }

    /** Nothing answers at the API's address. */
    record ApiUnreachable(URI api, String reason) implements Failure {
        @Override
        public String sentence() {
            return "No answer from " + api + " (" + reason
                    + "): is it running? 'anpip status' tells, 'anpip up' starts it.";
        }
    }

    /** A chunk could not be stored in all its attempts. */
    record ChunkNotStored(int chunk, int attempts, String reason) implements Failure {
        @Override
        public String sentence() {
            return "Chunk " + chunk + " could not be stored in " + attempts + " attempts: " + reason
                    + " Run the same command again to resume.";
        }
    }

    /** The video ended without becoming playable. */
    record VideoFailed(String reason) implements Failure {
        @Override
        public String sentence() {
            return "The video failed: " + reason;
        }
    }

    /** Something did not happen within its time. */
    record TookTooLong(String what, long seconds) implements Failure {
        @Override
        public String sentence() {
            return what + " did not happen within " + seconds + " s: 'anpip status' and 'anpip logs' say more.";
        }
    }

    /** Kafka did not create the topics. */
    record TopicsNotCreated(String reason) implements Failure {
        @Override
        public String sentence() {
            return "Kafka did not create the topics (" + reason + "): see 'anpip logs kafka', then try again.";
        }
    }

    /** A part did not become healthy. */
    record Unhealthy(String part, String reason, Path log) implements Failure {
        @Override
        public String sentence() {
            return part + " did not become healthy: " + reason + ". See " + log + ", or 'anpip logs " + part + "'.";
        }
    }

    /** What was named is not known. */
    record Unknown(String what) implements Failure {
        @Override
        public String sentence() {
            return what;
        }
    }
}
