package io.anpip.localstack.node;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;

/**
 * Runs the S3 server over a folder in this JVM: {@code S3Node S3PROXY_PROPERTIES READY_FILE}.
 *
 * <p>Writes its pid into the ready file once it takes requests.
 */
public final class S3Node {
    private S3Node() {}

    /** Starts; Jetty's threads keep the JVM until it is told to end. */
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            properties.load(in);
        }
        S3Proxy server = S3Proxy.Builder.fromProperties(properties)
                .blobStore(BlobStores.create(properties.getProperty("jclouds.provider"), properties))
                .build();
        server.start();
        Files.writeString(
                Path.of(arguments[1]), Long.toString(ProcessHandle.current().pid()));
    }
}
