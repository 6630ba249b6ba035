package io.anpip.schemas.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Says where the files of the contract lie in the tree. */
public final class ContractFolder {

    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final Path RESOURCES = MODULE.resolve("src/main/resources/io/anpip/schemas");

    private ContractFolder() {}

    /** The schemas that ship in the jar. */
    public static Path schemas() {
        return RESOURCES.resolve("json/v1");
    }

    /** The golden samples that ship in the jar. */
    public static Path samples() {
        return RESOURCES.resolve("samples/v1");
    }

    /** One folder for every released version, with the schemas as they were. */
    public static Path history() {
        return MODULE.resolve("history");
    }

    /** The documents of the whole project. */
    public static Path documents() {
        return MODULE.toAbsolutePath().normalize().resolveSibling("docs");
    }

    /** The name of an event's schema file, in the current folder and in each of the history. */
    public static String schemaFile(String event) {
        return event + ".schema.json";
    }

    /** The files or folders in a folder, sorted by name. */
    public static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
