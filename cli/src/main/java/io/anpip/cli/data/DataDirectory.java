package io.anpip.cli.data;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.DirectoryUnusable;
import io.anpip.cli.failure.Failure.DiskFull;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory that holds everything of one local stack.
 *
 * @param root absolute
 */
public record DataDirectory(Path root) {
    private static final long MEBIBYTE = 1024 * 1024;

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** What the command line remembers of the stack between two calls. */
    public Path stackFile() {
        return root.resolve("stack.json");
    }

    /** Which uploads were begun and not finished, one small file each. */
    public Path uploads() {
        return root.resolve("uploads");
    }

    /** The builds of the services that run or ran last. */
    public Path services() {
        return root.resolve("services");
    }

    /** Where processes run and keep what they need for a moment. */
    public Path scratch() {
        return root.resolve("scratch");
    }

    /** Clips made by the command line itself. */
    public Path samples() {
        return root.resolve("samples");
    }

    /** Its date says when somebody last asked the supervising process to look after everything at once. */
    public Path repairRequest() {
        return root.resolve("run").resolve("repair.request");
    }

    /** Creates it, and fails unless it can be written and its disk has this much room. */
    public void prepare(long neededMebibytes) {
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, ".probe", "");
            Files.delete(probe);
            long free = Files.getFileStore(root).getUsableSpace() / MEBIBYTE;
            if (free < neededMebibytes) {
                throw new CommandFailed(new DiskFull(root, free, neededMebibytes));
            }
        } catch (IOException unusable) {
            throw new CommandFailed(new DirectoryUnusable(root, reasonOf(unusable)), unusable);
        }
    }

    private static String reasonOf(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission to write there";
            case FileAlreadyExistsException _ -> "it is not a directory";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
