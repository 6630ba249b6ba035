package io.anpip.localstack;

import java.net.URI;
import java.util.Map;

/**
 * Where the servers of a stack are, and with which credentials.
 *
 * @param operatorToken what opens the operators' part of the services
 */
public record LocalStackAddresses(String kafkaBootstrap, Postgres postgres, Redis redis, S3 s3, String operatorToken) {

    /** A PostgreSQL database and its owner. */
    public record Postgres(String host, int port, String database, String user, String password) {
        /** For JDBC drivers. */
        public String jdbcUrl() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        /** For the Vert.x reactive client. */
        public String reactiveUrl() {
            return "postgresql://" + host + ":" + port + "/" + database;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return reactiveUrl() + " as " + user;
        }
    }

    /** A Redis server with a password. */
    public record Redis(String host, int port, String password) {
        /** With the password in it, as clients want it. */
        public String url() {
            return "redis://:" + password + "@" + host + ":" + port;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "redis://" + host + ":" + port;
        }
    }

    /** An S3 endpoint, to be used with path-style addresses. */
    public record S3(URI endpoint, String region, String accessKey, String secretKey) {
        /** Without the secret. */
        @Override
        public String toString() {
            return endpoint + " as " + accessKey;
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Kafka " + kafkaBootstrap + ", PostgreSQL " + postgres + ", Redis " + redis + ", S3 " + s3;
    }

    /** The settings of Anpip's services that name these addresses, by configuration key. */
    public Map<String, String> serviceSettings() {
        return Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", kafkaBootstrap),
                Map.entry("anpip.s3.endpoint", s3.endpoint().toString()),
                Map.entry("anpip.s3.region", s3.region()),
                Map.entry("anpip.s3.access-key", s3.accessKey()),
                Map.entry("anpip.s3.secret-key", s3.secretKey()),
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl()),
                Map.entry("quarkus.datasource.reactive.url", postgres.reactiveUrl()),
                Map.entry("quarkus.datasource.username", postgres.user()),
                Map.entry("quarkus.datasource.password", postgres.password()),
                Map.entry("quarkus.redis.hosts", redis.url()),
                Map.entry("anpip.operator.token", operatorToken));
    }
}
