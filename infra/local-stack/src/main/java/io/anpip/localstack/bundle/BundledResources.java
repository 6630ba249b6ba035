package io.anpip.localstack.bundle;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.UnsupportedPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Reads the artifacts' content from the class path of this module. */
final class BundledResources {
    private static final ClassLoader LOADER = loader();

    private BundledResources() {}

    static Optional<InputStream> find(String name) {
        return Optional.ofNullable(LOADER.getResourceAsStream(name));
    }

    static InputStream open(String name) {
        return find(name).orElseThrow(() -> missing(name));
    }

    /** Names of the files right inside a folder of a jar. */
    static List<String> filesIn(String folder, String knownFile) throws IOException {
        URL known = Optional.ofNullable(LOADER.getResource(folder + knownFile)).orElseThrow(() -> missing(folder));
        if (!(known.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(known + " is not inside a jar");
        }
        // A jar file of our own: closing a cached one would pull it from under the class loader.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder) && !name.endsWith("/"))
                    .map(name -> name.substring(folder.length()))
                    .filter(name -> !name.contains("/"))
                    .toList();
        }
    }

    /** The artifact's version, noted by the build. */
    static String version(String artifact) throws IOException {
        Properties versions = new Properties();
        try (InputStream in = open("io/anpip/localstack/bundle/versions.properties")) {
            versions.load(in);
        }
        return Optional.ofNullable(versions.getProperty(artifact))
                .orElseThrow(() -> new IOException("No version of " + artifact + " was noted by the build"));
    }

    private static LocalStackException missing(String name) {
        return new LocalStackException(new UnsupportedPlatform("The class path lacks " + name
                + ": build Anpip on this machine, so that Maven takes the artifacts for its operating system and"
                + " processor."));
    }

    private static ClassLoader loader() {
        return Optional.ofNullable(BundledResources.class.getClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
    }
}
