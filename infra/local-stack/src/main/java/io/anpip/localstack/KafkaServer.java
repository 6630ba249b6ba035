package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledServers;
import io.anpip.localstack.process.ProcessSpec;
import io.anpip.localstack.process.Readiness;
import io.anpip.localstack.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kafka: broker and controller in one JVM, storage formatted at first start. */
record KafkaServer(
        Path dataDirectory,
        BundledServers servers,
        String clusterId,
        int port,
        int controllerPort,
        int heapMebibytes,
        Optional<LocalStackSettings.KafkaDetour> detour)
        implements ServerDefinition {
    private static final String MAIN = "io.anpip.localstack.node.KafkaNode";
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    @Override
    public StackPart part() {
        return StackPart.KAFKA;
    }

    @Override
    public ProcessSpec spec() {
        Path properties = dataDirectory.resolve("run").resolve("kafka.properties");
        // Compiled by C1 alone it is up half a second sooner and 20 MB smaller; it moves few records.
        List<String> command = new JavaServer(servers, MAIN, heapMebibytes)
                .command(
                        List.of("-XX:TieredStopAtLevel=1"),
                        List.of(properties.toString(), clusterId, readyFile().toString()));
        return ProcessSpec.of(part().processName(), command, dataDirectory.resolve("kafka"))
                .withConfigurationFiles(Map.of(properties, serverProperties()))
                .stoppedBy(StopSignal.TERMINATE, STOP_GRACE);
    }

    @Override
    public void prepare() throws IOException {
        servers.unpack();
        Files.deleteIfExists(readyFile());
    }

    @Override
    public Readiness readiness() {
        return JavaServer.wroteItsPid(readyFile()).and(Readiness.port(port));
    }

    private Path readyFile() {
        return dataDirectory.resolve("run").resolve("kafka.ready");
    }

    private String serverProperties() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                # One broker holds everything once.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Few partitions of Kafka's own topics: each costs start-up time and files.
                offsets.topic.num.partitions=4
                transaction.state.log.num.partitions=2
                share.coordinator.state.topic.num.partitions=2
                # A group of one starts at once; tests may see dead members soon.
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                # After a kill the broker waits this long for its own former session; shorter risks false alarms on a busy machine.
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=500
                # Small files and few threads.
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=2097152
                log.cleaner.io.buffer.size=262144
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                """.formatted(
                        port,
                        controllerPort,
                        dataDirectory.resolve("kafka").resolve("log").toString().replace("\\", "\\\\"),
                        detour.map(way -> detourAt(way.port())).orElse(""),
                        detour.map(way -> detourAt(way.advertisedPort())).orElse(""));
    }

    private static String detourAt(int port) {
        return ",DETOUR://127.0.0.1:" + port;
    }
}
