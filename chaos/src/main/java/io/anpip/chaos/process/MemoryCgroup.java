package io.anpip.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A control group with little memory; needs Linux with the memory controller, and root. */
public record MemoryCgroup(Path folder) implements AutoCloseable {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    /** Makes one, below that of this process. */
    public static MemoryCgroup ofMebibytes(int mebibytes) throws IOException {
        String name = "anpip-chaos-" + ProcessHandle.current().pid();
        long bytes = (long) mebibytes << 20;
        try {
            Path first = ROOT.resolve("memory");
            if (Files.isDirectory(first)) {
                Path folder =
                        Files.createDirectories(first.resolve(ownPath("memory")).resolve(name));
                Files.writeString(folder.resolve("memory.limit_in_bytes"), Long.toString(bytes));
                return new MemoryCgroup(folder);
            }
            Path folder = Files.createDirectories(ROOT.resolve(ownPath("")).resolve(name));
            Files.writeString(folder.resolve("memory.max"), Long.toString(bytes));
            return new MemoryCgroup(folder);
        } catch (IOException refused) {
            throw new IOException(
                    "A control group for memory could not be made, which takes Linux, root and its memory controller: "
                            + refused.getMessage(),
                    refused);
        }
    }

    /** Moves a process into it. */
    public void take(ProcessHandle process) throws IOException {
        Files.writeString(folder.resolve("cgroup.procs"), Long.toString(process.pid()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder);
    }

    /** Where this process stands in a hierarchy, without the slash in front; the unified one has no name. */
    private static String ownPath(String controller) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/cgroup"));
        return lines.stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> List.of(parts[1].split(",")).contains(controller))
                .map(parts -> parts[2].substring(1))
                .findFirst()
                .orElse("");
    }
}
