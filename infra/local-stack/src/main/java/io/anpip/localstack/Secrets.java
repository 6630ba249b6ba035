package io.anpip.localstack;

import io.anpip.localstack.process.OwnerOnlyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.UUID;

/** Passwords and keys of one data directory: made at its first start, kept in a file only its owner may read. */
record Secrets(
        String postgresPassword,
        String redisPassword,
        String s3AccessKey,
        String s3SecretKey,
        String kafkaClusterId,
        String operatorToken) {
    private static final String FILE = "secrets.properties";
    private static final String OPERATOR_TOKEN = "operator.token";
    private static final int PASSWORD_BYTES = 24;

    static Secrets loadOrCreate(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (Files.notExists(file)) {
            create().store(file);
        }
        Secrets kept = load(file);
        if (!kept.operatorToken.isEmpty()) {
            return kept;
        }
        // A directory of before there was such a token gets one.
        Secrets completed = kept.withOperatorToken(password());
        completed.store(file);
        return completed;
    }

    static boolean existIn(Path dataDirectory) {
        return Files.exists(dataDirectory.resolve(FILE));
    }

    private static Secrets create() {
        return new Secrets(
                password(),
                password(),
                "ANPIP" + password().substring(0, 15),
                password() + password(),
                clusterId(),
                password());
    }

    private Secrets withOperatorToken(String token) {
        return new Secrets(postgresPassword, redisPassword, s3AccessKey, s3SecretKey, kafkaClusterId, token);
    }

    private static Secrets load(Path file) throws IOException {
        Properties kept = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            kept.load(in);
        }
        return new Secrets(
                kept.getProperty("postgres.password", ""),
                kept.getProperty("redis.password", ""),
                kept.getProperty("s3.access-key", ""),
                kept.getProperty("s3.secret-key", ""),
                kept.getProperty("kafka.cluster-id", ""),
                kept.getProperty(OPERATOR_TOKEN, ""));
    }

    private void store(Path file) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("postgres.password", postgresPassword);
        kept.setProperty("redis.password", redisPassword);
        kept.setProperty("s3.access-key", s3AccessKey);
        kept.setProperty("s3.secret-key", s3SecretKey);
        kept.setProperty("kafka.cluster-id", kafkaClusterId);
        kept.setProperty(OPERATOR_TOKEN, operatorToken);
        StringWriter text = new StringWriter();
        kept.store(text, null);
        OwnerOnlyFile.write(file, text.toString());
    }

    /** Letters and digits alone: it also stands in addresses, in SQL and in configuration files. */
    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Kafka's form of a UUID: its 16 bytes in URL-safe base 64; a leading dash would read as an option. */
    private static String clusterId() {
        while (true) {
            UUID uuid = UUID.randomUUID();
            byte[] bytes = ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
            String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (!id.startsWith("-")) {
                return id;
            }
        }
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
