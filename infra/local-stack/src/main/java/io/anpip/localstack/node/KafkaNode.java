package io.anpip.localstack.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Runs one Kafka broker and controller in this JVM: {@code KafkaNode SERVER_PROPERTIES CLUSTER_ID READY_FILE}.
 *
 * <p>Formats the log directory at first use. Writes its pid into the ready file once the broker takes requests: the port alone
 * opens before the broker is unfenced. A JVM of its own is needed because Kafka halts the whole JVM when a port is taken.
 */
public final class KafkaNode {
    private KafkaNode() {}

    /** Formats if needed, starts, and stays until the JVM is told to end. */
    public static void main(String[] arguments) throws Exception {
        Properties properties = read(Path.of(arguments[0]));
        format(properties, arguments[1]);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        Files.writeString(
                Path.of(arguments[2]), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    /** The mark is ours and written last, so that a format cut short by a kill is simply done again. */
    private static void format(Properties properties, String clusterId) throws Exception {
        Path directory = Path.of(properties.getProperty("log.dirs"));
        Path mark = directory.resolveSibling(directory.getFileName() + ".formatted");
        if (Files.exists(mark)) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(System.out)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .setClusterId(clusterId)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setIgnoreFormatted(true)
                .setHasDynamicQuorum(false)
                .run();
        Files.writeString(mark, clusterId);
    }
}
