package io.anpip.cli.stack;

import java.nio.file.Path;

/**
 * One of the pipeline's services and how much memory it is given.
 *
 * @param name of its process, and of the folder of its module
 * @param heapMebibytes the Java heap
 * @param directMebibytes buffers outside of it
 */
public record Service(String name, int heapMebibytes, int directMebibytes) {

    /** What is run. */
    public Path runnableJar(Path checkout) {
        return folder(checkout).resolve("quarkus-run.jar");
    }

    /** The folder with everything that is run. */
    Path folder(Path checkout) {
        return checkout.resolve(name).resolve("target").resolve("quarkus-app");
    }
}
