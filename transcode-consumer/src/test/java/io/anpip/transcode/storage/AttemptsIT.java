package io.anpip.transcode.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.objectstore.BegunAttempts;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Attempts that begin, commit and die, in a real store. */
@SuppressWarnings("NullAway.Init")
class AttemptsIT {

    private static final Buckets BUCKETS = Buckets.withPrefix("anpip-");
    private static final String TASK = "chunk-0";

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static ObjectStore store;

    private final VideoKeys keys = new VideoKeys(new VideoId(UUID.randomUUID()), 1);

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackSettings.in(directory));
        LocalStackAddresses.S3 s3 = stack.addresses().s3();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
        store = new ObjectStore(
                S3AsyncClient.builder()
                        .endpointOverride(s3.endpoint())
                        .region(Region.of(s3.region()))
                        .credentialsProvider(credentials)
                        .forcePathStyle(true)
                        .build(),
                S3Presigner.builder()
                        .region(Region.of(s3.region()))
                        .credentialsProvider(credentials)
                        .build(),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** Each stands for a process, as it has an identity of its own. */
    private static BegunAttempts process() {
        return new BegunAttempts(store, BUCKETS, () -> 2);
    }

    @Test
    void processesThatBeganATaskAndNeverEndedItAreCounted() {
        process().begin(keys.begun(TASK));
        assertThat(process().deaths(keys.begun(TASK))).isEqualTo(1);
        process().begin(keys.begun(TASK));
        assertThat(process().deaths(keys.begun(TASK))).isEqualTo(2);
        assertThat(process().deaths(keys.begun("chunk-1"))).isZero();
        assertThat(process().verdict(keys.begun("chunk-1"))).isEmpty();
        assertThat(process().verdict(keys.begun(TASK)))
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.SUSPECT));
    }

    @Test
    void whatHasEndedIsNotCountedAndWhatIsAtWorkHereNeither() {
        BegunAttempts here = process();
        process().begin(keys.begun(TASK)).close();
        here.begin(keys.begun(TASK));
        here.begin(keys.begun(TASK));
        assertThat(here.deaths(keys.begun(TASK))).isZero();
        assertThat(process().deaths(keys.begun(TASK)))
                .as("one process, however many attempts")
                .isEqualTo(1);
    }

    @Test
    void anAttemptWhoseAnswerWasLostFindsItsOwnMarkerAndKeepsItsObjects() {
        TaskMarkers markers = new TaskMarkers(store, BUCKETS);
        String prefix = keys.attempt(TASK, UUID.randomUUID());
        store.put(BUCKETS.work(), prefix + "240p/00001.m4s", "video/iso.segment", new byte[] {1})
                .join();
        TaskMarker marker = new TaskMarker(TASK, prefix, List.of());
        ObjectRef first = markers.commit(keys.chunkMarker(0), marker);
        assertThat(markers.commit(keys.chunkMarker(0), marker).etag()).isEqualTo(first.etag());
        assertThat(store.list(BUCKETS.work(), prefix).join()).hasSize(1);
    }

    @Test
    void anAttemptThatComesSecondRemovesItsObjects() {
        TaskMarkers markers = new TaskMarkers(store, BUCKETS);
        String winner = keys.attempt(TASK, UUID.randomUUID());
        String loser = keys.attempt(TASK, UUID.randomUUID());
        store.put(BUCKETS.work(), loser + "240p/00001.m4s", "video/iso.segment", new byte[] {1})
                .join();
        ObjectRef first = markers.commit(keys.chunkMarker(0), new TaskMarker(TASK, winner, List.of()));
        assertThat(markers.commit(keys.chunkMarker(0), new TaskMarker(TASK, loser, List.of()))
                        .etag())
                .isEqualTo(first.etag());
        assertThat(store.list(BUCKETS.work(), loser).join()).isEmpty();
    }

    @Test
    void aTaskThatEndedTheTranscodingIsKnownByItsEndWhenItsRecordComesAgain() {
        EndMarkers ends = new EndMarkers(store, BUCKETS);
        EncodeChunk first = chunk(0);
        EncodeChunk second = chunk(1);
        Failure failure = new Failure(FailureKind.PERMANENT, "The picture can't be decoded.");

        TranscodeEnd.failed(ends, second, failure, Instant.EPOCH);
        VideoEvent end = TranscodeEnd.failed(ends, first, failure, Instant.EPOCH);

        assertThat(TranscodeEnd.isOf(second, end)).as("the first end stands").isTrue();
        assertThat(TranscodeEnd.isOf(first, end)).isFalse();
    }

    private EncodeChunk chunk(int index) {
        ObjectRef plan = new ObjectRef(BUCKETS.work(), "plan.json", 1, "etag");
        return new EncodeChunk(keys.videoId(), keys.generation(), "task-" + index, plan, index, 2, 0, 300);
    }
}
