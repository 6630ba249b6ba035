package io.anpip.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.PortTaken;
import io.anpip.localstack.process.ProcessIdentity;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All tests share one data directory: a start that finds the stack running takes it over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackIT {
    private final Path data;

    LocalStackIT(@TempDir Path data) {
        this.data = data;
    }

    @AfterAll
    void stopAll() {
        LocalStack.stop(data);
    }

    @Test
    void everyServerKeepsItsDataAndItsAddressOverAStop() throws Exception {
        // Given
        LocalStack first = LocalStack.start(LocalStackSettings.in(data));
        StackClients before = new StackClients(first.addresses());
        before.createTopic("clips");
        before.produce("clips", "video-1");
        before.sql("create table clip (name text)");
        before.sql("insert into clip values ('video-1')");
        before.redis("SET clip video-1");
        before.putObject("anpip-work", "videos/1/source", "video-1");
        first.stop();
        assertThat(first.states()).allSatisfy((part, state) -> assertThat(state).isEqualTo(PartState.DEAD));

        // When
        LocalStack second = LocalStack.start(LocalStackSettings.in(data));

        // Then
        StackClients after = new StackClients(second.addresses());
        assertThat(second.addresses()).isEqualTo(first.addresses());
        assertThat(second.started()).containsExactlyInAnyOrder(StackPart.values());
        assertThat(after.consume("clips", 1)).containsExactly("video-1");
        assertThat(after.sql("select name from clip")).isEqualTo("video-1");
        assertThat(after.redis("GET clip")).isEqualTo("video-1");
        assertThat(after.getObject("anpip-work", "videos/1/source")).isEqualTo("video-1");
        assertThat(after.buckets()).containsExactlyInAnyOrder("anpip-uploads", "anpip-work", "anpip-media");
    }

    @Test
    void postgresIsDurableAndServesThisDirectory() throws Exception {
        // Given
        LocalStack stack = LocalStack.start(LocalStackSettings.in(data));
        StackClients clients = new StackClients(stack.addresses());

        // When
        String durability = clients.sql("select current_setting('fsync') || current_setting('synchronous_commit')");

        // Then
        assertThat(durability).isEqualTo("onon");
        assertThat(clients.sql("show data_directory"))
                .startsWith(data.toRealPath().toString());
        assertThat(clients.sql("show server_version")).startsWith("18");
    }

    @Test
    void nobodyGetsInWithoutCredentials() throws Exception {
        // Given
        LocalStack stack = LocalStack.start(LocalStackSettings.in(data));
        StackClients clients = new StackClients(stack.addresses());
        clients.putObject("anpip-work", "videos/1/source", "video-1");

        // When
        int unsigned = clients.unsignedStatus("/anpip-work/videos/1/source");

        // Then
        assertThat(unsigned).isEqualTo(403);
        assertThat(clients.redisWithoutPassword("PING")).startsWith("-NOAUTH");
        assertThat(clients.postgresAccepts("wrong")).isFalse();
    }

    @Test
    void aKilledServerAloneIsStartedAgain() throws Exception {
        // Given
        LocalStack first = LocalStack.start(LocalStackSettings.in(data));
        new StackClients(first.addresses()).sql("create table frame (number int)");
        Map<StackPart, Long> before = pids(first);
        for (StackPart part : Set.of(StackPart.POSTGRES, StackPart.REDIS)) {
            kill(first, part);
        }

        // When
        LocalStack second = LocalStack.start(LocalStackSettings.in(data));

        // Then
        Map<StackPart, Long> after = pids(second);
        assertThat(second.started()).containsExactlyInAnyOrder(StackPart.POSTGRES, StackPart.REDIS);
        assertThat(after).containsEntry(StackPart.KAFKA, before.get(StackPart.KAFKA));
        assertThat(after).containsEntry(StackPart.S3, before.get(StackPart.S3));
        assertThat(after.get(StackPart.POSTGRES)).isNotEqualTo(before.get(StackPart.POSTGRES));
        assertThat(second.addresses()).isEqualTo(first.addresses());
        assertThat(new StackClients(second.addresses()).sql("select count(*) from frame"))
                .isEqualTo("0");
    }

    @Test
    void kafkaAndS3ComeBackAfterAKillWithWhatTheyHeld() throws Exception {
        // Given
        LocalStack first = LocalStack.start(LocalStackSettings.in(data));
        StackClients before = new StackClients(first.addresses());
        before.createTopic("frames");
        before.produce("frames", "video-1");
        before.putObject("anpip-media", "a", "video-1");
        for (StackPart part : Set.of(StackPart.KAFKA, StackPart.S3)) {
            kill(first, part);
        }

        // When
        LocalStack second = LocalStack.start(LocalStackSettings.in(data));

        // Then
        StackClients after = new StackClients(second.addresses());
        assertThat(second.started()).containsExactlyInAnyOrder(StackPart.KAFKA, StackPart.S3);
        assertThat(after.consume("frames", 1)).containsExactly("video-1");
        assertThat(after.getObject("anpip-media", "a")).isEqualTo("video-1");
    }

    @Test
    void serversStartedByAnotherJvmAreTakenOverAfterItWasKilled(@TempDir Path other) throws Exception {
        // Given
        Map<StackPart, Long> startedThere = new EnumMap<>(StackPart.class);
        assertThat(LocalStack.attach(LocalStackSettings.in(other))).isEmpty();
        AnotherJvm starter = AnotherJvm.run(StartAndWait.class, other.toString());
        starter.awaitLine("started");
        LocalStack attached = LocalStack.attach(LocalStackSettings.in(other)).orElseThrow();
        startedThere.putAll(pids(attached));
        starter.kill();

        // When
        LocalStack here = LocalStack.start(LocalStackSettings.in(other));

        // Then
        assertThat(here.started()).isEmpty();
        assertThat(pids(here)).isEqualTo(startedThere);
        assertThat(here.states()).allSatisfy((part, state) -> assertThat(state).isEqualTo(PartState.READY));
        here.stop();
    }

    @Test
    void aFixedPortThatIsTakenIsNamed(@TempDir Path other) throws Exception {
        // Given
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            StackPorts ports = new StackPorts(0, 0, holder.getLocalPort(), 0, 0);

            // When
            var start = assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(
                            () -> LocalStack.start(LocalStackSettings.in(other).withPorts(ports)));

            // Then
            start.satisfies(
                    thrown -> assertThat(thrown.failure()).isEqualTo(new PortTaken("postgres", holder.getLocalPort())));
        }
    }

    @Test
    void aRememberedPortThatIsTakenMeanwhileIsReplaced() throws Exception {
        // Given
        LocalStack first = LocalStack.start(LocalStackSettings.in(data));
        int redis = first.addresses().redis().port();
        first.stop();
        try (ServerSocket _ = new ServerSocket(redis, 1, InetAddress.ofLiteral("127.0.0.1"))) {

            // When
            LocalStack second = LocalStack.start(LocalStackSettings.in(data));

            // Then
            assertThat(second.addresses().redis().port()).isNotEqualTo(redis);
            assertThat(second.addresses().kafkaBootstrap())
                    .isEqualTo(first.addresses().kafkaBootstrap());
            assertThat(new StackClients(second.addresses()).redis("PING")).isEqualTo("PONG");
        }
    }

    private static void kill(LocalStack stack, StackPart part) {
        ProcessIdentity process = stack.process(part).running().orElseThrow();
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    private static Map<StackPart, Long> pids(LocalStack stack) {
        Map<StackPart, Long> pids = new EnumMap<>(StackPart.class);
        for (StackPart part : StackPart.values()) {
            pids.put(part, stack.process(part).running().orElseThrow().pid());
        }
        return pids;
    }

    /** Starts the stack and stays, so that the test can kill it. */
    static final class StartAndWait {
        private StartAndWait() {}

        public static void main(String[] arguments) throws Exception {
            LocalStack.start(LocalStackSettings.in(Path.of(arguments[0])));
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}
