package io.anpip.localstack;

import io.anpip.localstack.bundle.BundledPostgres;
import io.anpip.localstack.bundle.BundledRedis;
import io.anpip.localstack.bundle.BundledServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Turns settings, remembered ports and kept secrets into the four servers and their addresses. */
final class StackBlueprint {
    private static final String HOST = "127.0.0.1";
    private static final String KAFKA_PORT = "kafka";
    private static final String KAFKA_CONTROLLER_PORT = "kafka-controller";
    private static final String POSTGRES_PORT = "postgres";
    private static final String REDIS_PORT = "redis";
    private static final String S3_PORT = "s3";

    private final LocalStackSettings settings;
    private final Secrets secrets;
    private final PortBook ports;
    private final RootRestriction asUser;

    private StackBlueprint(LocalStackSettings settings, Secrets secrets, PortBook ports, RootRestriction asUser) {
        this.settings = settings;
        this.secrets = secrets;
        this.ports = ports;
        this.asUser = asUser;
    }

    static StackBlueprint of(LocalStackSettings settings) throws IOException {
        Path data = settings.dataDirectory();
        return new StackBlueprint(settings, Secrets.loadOrCreate(data), PortBook.open(data), RootRestriction.here());
    }

    /** The server with the ports it has, or had when it last ran. */
    ServerDefinition server(StackPart part) throws IOException {
        Path data = settings.dataDirectory();
        Path cache = settings.cacheDirectory();
        StackPorts now = currentPorts();
        return switch (part) {
            case KAFKA ->
                new KafkaServer(
                        data,
                        BundledServers.in(cache),
                        secrets.kafkaClusterId(),
                        now.kafka(),
                        now.kafkaController(),
                        settings.memory().kafkaHeap(),
                        settings.kafkaDetour());
            case POSTGRES ->
                new PostgresServer(
                        data,
                        BundledPostgres.in(cache),
                        asUser,
                        secrets.postgresPassword(),
                        now.postgres(),
                        settings.memory().postgresBuffers());
            case REDIS ->
                new RedisServer(
                        data,
                        BundledRedis.in(cache),
                        secrets.redisPassword(),
                        now.redis(),
                        settings.memory().redis());
            case S3 ->
                new S3Server(
                        data,
                        BundledServers.in(cache),
                        secrets.s3AccessKey(),
                        secrets.s3SecretKey(),
                        now.s3(),
                        settings.memory().s3Heap(),
                        settings.buckets());
        };
    }

    /** The server, which does not run now, with ports that are free now. */
    ServerDefinition serverOnFreePorts(StackPart part) throws IOException {
        StackPorts fixed = settings.ports();
        String name = part.processName();
        switch (part) {
            case KAFKA -> {
                ports.takeFree(name, KAFKA_PORT, fixed.kafka());
                ports.takeFree(name, KAFKA_CONTROLLER_PORT, fixed.kafkaController());
            }
            case POSTGRES -> ports.takeFree(name, POSTGRES_PORT, fixed.postgres());
            case REDIS -> ports.takeFree(name, REDIS_PORT, fixed.redis());
            case S3 -> ports.takeFree(name, S3_PORT, fixed.s3());
        }
        return server(part);
    }

    LocalStackAddresses addresses() {
        StackPorts now = currentPorts();
        return new LocalStackAddresses(
                HOST + ":" + now.kafka(),
                new LocalStackAddresses.Postgres(
                        HOST, now.postgres(), PostgresServer.DATABASE, PostgresServer.USER, secrets.postgresPassword()),
                new LocalStackAddresses.Redis(HOST, now.redis(), secrets.redisPassword()),
                new LocalStackAddresses.S3(
                        URI.create("http://" + HOST + ":" + now.s3()),
                        S3Server.REGION,
                        secrets.s3AccessKey(),
                        secrets.s3SecretKey()),
                secrets.operatorToken());
    }

    private StackPorts currentPorts() {
        StackPorts fixed = settings.ports();
        return new StackPorts(
                ports.current(KAFKA_PORT, fixed.kafka()),
                ports.current(KAFKA_CONTROLLER_PORT, fixed.kafkaController()),
                ports.current(POSTGRES_PORT, fixed.postgres()),
                ports.current(REDIS_PORT, fixed.redis()),
                ports.current(S3_PORT, fixed.s3()));
    }
}
