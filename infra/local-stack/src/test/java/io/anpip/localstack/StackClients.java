package io.anpip.localstack;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Talks to the four servers as an outsider would. */
record StackClients(LocalStackAddresses addresses) {

    void createTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    void produce(String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        }
    }

    /** Reads with a consumer group, which also needs Kafka's own topics. */
    List<String> consume(String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", addresses.kafkaBootstrap(), "group.id", "test", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(read -> values.add(read.value()));
            }
            consumer.commitSync();
        }
        return values;
    }

    /** Runs a statement; the first column of its first row, or nothing. */
    String sql(String statement) throws SQLException {
        try (Connection connection = connect(addresses.postgres().password());
                Statement running = connection.createStatement()) {
            if (!running.execute(statement)) {
                return "";
            }
            try (ResultSet rows = running.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    boolean postgresAccepts(String password) {
        try (Connection connection = connect(password)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    /** Sends one command after the password; the answer's value. */
    String redis(String command) throws IOException {
        String answer = redisAnswer("AUTH " + addresses.redis().password() + "\r\n" + command);
        String[] lines = answer.split("\r\n", -1);
        // Line 0 answers AUTH; a bulk string has its length before it.
        return lines[1].startsWith("$") ? lines[2] : lines[1].substring(1);
    }

    String redisWithoutPassword(String command) throws IOException {
        return redisAnswer(command);
    }

    void putObject(String bucket, String key, String content) {
        try (S3Client s3 = s3()) {
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
        }
    }

    String getObject(String bucket, String key) {
        try (S3Client s3 = s3()) {
            return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asUtf8String();
        }
    }

    List<String> buckets() {
        try (S3Client s3 = s3()) {
            return s3.listBuckets().buckets().stream().map(Bucket::name).toList();
        }
    }

    int unsignedStatus(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = addresses.s3().endpoint().resolve(path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", addresses.kafkaBootstrap());
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(
                addresses.postgres().jdbcUrl(), addresses.postgres().user(), password);
    }

    private String redisAnswer(String commands) throws IOException {
        try (Socket socket =
                new Socket(addresses.redis().host(), addresses.redis().port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write((commands + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private S3Client s3() {
        LocalStackAddresses.S3 s3 = addresses.s3();
        return S3Client.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                .build();
    }
}
