package io.anpip.localstack.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The class path of Kafka and the S3 server, kept apart from everybody else's.
 *
 * <p>Their jars travel inside this module's jar and never meet the class path of a service or of its tests, whose versions of
 * the same libraries differ.
 */
public final class BundledServers {
    private static final String FOLDER = "io/anpip/localstack/servers/";
    private static final String NODE = "io/anpip/localstack/node/";
    private static final List<String> NODE_FILES = List.of("KafkaNode.class", "S3Node.class", "logback.xml");

    private final Path folder;
    private final List<String> jars;

    private BundledServers(Path folder, List<String> jars) {
        this.folder = folder;
        this.jars = jars;
    }

    /** The servers' place in this cache; unpacks nothing yet. */
    public static BundledServers in(Path cacheDirectory) throws IOException {
        List<String> jars = index();
        return new BundledServers(cacheDirectory.resolve("servers-" + version(jars)), jars);
    }

    /** Unpacks unless done before. */
    public void unpack() {
        UnpackedOnce.folder(folder, draft -> {
            for (String jar : jars) {
                copy(FOLDER + jar, draft.resolve(jar));
            }
            for (String file : NODE_FILES) {
                copy(NODE + file, draft.resolve("classes").resolve(NODE).resolve(file));
            }
        });
    }

    /** For {@code java -cp}: our main classes, then the servers' jars. */
    public String classPath() {
        return folder.resolve("classes") + ":" + folder + "/*";
    }

    /** The servers' logging settings. */
    public Path loggingConfiguration() {
        return folder.resolve("classes").resolve(NODE).resolve("logback.xml");
    }

    private static List<String> index() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(BundledResources.open(FOLDER + "index"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .flatMap(line -> List.of(line.split(",")).stream())
                    .map(String::strip)
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Of the jar names, which carry versions, and of our own main classes, which do not. */
    private static String version(List<String> jars) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(jars.toString().getBytes(StandardCharsets.UTF_8));
            for (String file : NODE_FILES) {
                try (InputStream in = BundledResources.open(NODE + file)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = BundledResources.open(resource)) {
            Files.copy(in, file);
        }
    }
}
