package io.anpip.localstack;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.UnsupportedPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How PostgreSQL, which refuses to run as root, is run all the same when we are root, as in many containers. */
enum RootRestriction {
    /** We are an ordinary user: nothing to do. */
    NONE,
    /** In a user namespace of its own, where it does not see that it is root; its files stay root's. */
    USER_NAMESPACE,
    /**
     * As the user nobody, with the right to pass the folders on the way; where user namespaces are forbidden. Its data becomes
     * nobody's.
     */
    NOBODY;

    private static final int NOBODY_ID = 65534;
    private static final int ROOT_ID = 0;
    private static final long PROBE_SECONDS = 10;

    /** The one that works for the user and the system of this JVM. */
    static RootRestriction here() throws IOException {
        if (!System.getProperty("user.name", "").equals("root")) {
            return NONE;
        }
        for (RootRestriction candidate : List.of(USER_NAMESPACE, NOBODY)) {
            if (candidate.works()) {
                return candidate;
            }
        }
        throw new LocalStackException(
                new UnsupportedPlatform("PostgreSQL refuses to run as root, and this system lets root"
                        + " neither make a user namespace nor become nobody: start Anpip as an ordinary user."));
    }

    /** What goes before the command. */
    List<String> prefix() {
        return switch (this) {
            case NONE -> List.of();
            case USER_NAMESPACE -> List.of("/usr/bin/unshare", "--user");
            case NOBODY ->
                List.of(
                        "/usr/bin/setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "--inh-caps=+dac_override",
                        "--ambient-caps=+dac_override",
                        // Or access(2), by which PostgreSQL finds its own programs, would not count the right above.
                        "--securebits=+no_setuid_fixup");
        };
    }

    /** Gives everything in the folder to the user the command runs as. */
    void own(Path folder) throws IOException {
        switch (this) {
            case NONE -> {}
            case USER_NAMESPACE -> give(folder, ROOT_ID);
            case NOBODY -> give(folder, NOBODY_ID);
        }
    }

    private static void give(Path folder, int user) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(user)) {
                    Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private boolean works() throws IOException {
        if (!Files.isExecutable(Path.of(prefix().getFirst()))) {
            return false;
        }
        List<String> command = new ArrayList<>(prefix());
        command.add("/bin/true");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
