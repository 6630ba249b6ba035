package io.anpip.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.data.StackRecord;
import io.anpip.localstack.LocalStackAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceProcessesTest {
    private static final Service API = ServiceCatalogue.SERVICES.getFirst();

    private final ServiceProcesses processes = new ServiceProcesses(
            new DataDirectory(Path.of("/data")),
            Path.of("/jdk/bin/java"),
            new StackRecord(8080, Map.of(ServiceCatalogue.API, 8080), "/ffmpeg"),
            new LocalStackAddresses(
                    "127.0.0.1:9092",
                    new LocalStackAddresses.Postgres("127.0.0.1", 5432, "anpip", "owner", "secret"),
                    new LocalStackAddresses.Redis("127.0.0.1", 6379, "secret"),
                    new LocalStackAddresses.S3(URI.create("http://127.0.0.1:9000"), "us-east-1", "key", "secret"),
                    "operator-secret"),
            Map.of(ServiceCatalogue.API, Path.of("/data/services/upload-api/abc/quarkus-run.jar")));

    @Test
    void aServiceIsAJvmWithASmallHeapOnItsJar() {
        assertThat(processes.command(API))
                .isEqualTo(List.of(
                        "/jdk/bin/java",
                        "-Xms16m",
                        "-Xmx128m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:+UseSerialGC",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=25",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xss512k",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=4",
                        "-XX:MaxMetaspaceSize=192m",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        "/data/services/upload-api/abc/quarkus-run.jar"));
    }

    @Test
    void everythingItHasToKnowIsInItsEnvironment() {
        assertThat(processes.environment(API))
                .containsEntry("QUARKUS_HTTP_PORT", "8080")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("ANPIP_S3_ENDPOINT", "http://127.0.0.1:9000")
                .containsEntry("ANPIP_S3_ACCESS_KEY", "key")
                .containsEntry("ANPIP_S3_SECRET_KEY", "secret")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:5432/anpip")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:5432/anpip")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "owner")
                .containsEntry("ANPIP_OPERATOR_TOKEN", "operator-secret")
                .containsEntry("QUARKUS_REDIS_HOSTS", "redis://:secret@127.0.0.1:6379")
                .containsEntry("ANPIP_FFMPEG_DIRECTORY", "/ffmpeg")
                .containsEntry("ANPIP_SCRATCH_DIRECTORY", "/data/scratch/upload-api/work");
    }

    @Test
    void noSecretIsOnTheCommandLineWhereEveryoneCanReadIt() {
        assertThat(processes.command(API)).noneMatch(word -> word.contains("secret"));
    }

    @Test
    void anotherBuildIsAnotherSpecification() {
        ServiceProcesses rebuilt = new ServiceProcesses(
                processes.data(),
                processes.java(),
                processes.record(),
                processes.servers(),
                Map.of(ServiceCatalogue.API, Path.of("/data/services/upload-api/abd/quarkus-run.jar")));

        assertThat(rebuilt.spec(API).fingerprint())
                .isNotEqualTo(processes.spec(API).fingerprint());
    }

    @Test
    void allHeapsTogetherLeaveRoomUnderTwoGigabytes() {
        int heaps = ServiceCatalogue.SERVICES.stream()
                .mapToInt(Service::heapMebibytes)
                .sum();

        assertThat(heaps).isLessThan(800);
    }
}
