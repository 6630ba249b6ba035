package io.anpip.upload.it;

import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time passes by setting back what the database has noted; the sweeper runs each second. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class SweeperIT {

    private static final Duration A_FEW_SWEEPS = Duration.ofSeconds(4);

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
        Projection.createTable();
    }

    @Test
    void workThatWasNeverHeardOfIsBegunAgainAndGivenUpInTheEnd() {
        String id = api.uploadSmall();
        for (int generation = 2; generation <= 4; generation++) {
            letADayPass(id);
            awaitEvents(id, generation + 1);
            assertThat(UploadEvents.of(id).getLast()).isInstanceOfSatisfying(ReprocessRequested.class, again -> {
                assertThat(again.chunkList().key()).contains(id);
            });
            assertThat(UploadEvents.of(id).getLast().generation()).isEqualTo(generation);
        }
        letADayPass(id);
        awaitEvents(id, 6);
        assertThat(UploadEvents.of(id).getLast()).isInstanceOfSatisfying(ProcessingGivenUp.class, end -> {
            assertThat(end.generation()).isEqualTo(4);
            assertThat(end.failure().kind()).isEqualTo(FailureKind.RETRYABLE);
            assertThat(end.failure().reason()).contains("3 times");
        });
        // As the projector would show it.
        Projection.write(document(VideoId.of(id), VideoStatus.FAILED, 4, 9));
        assertThat(api.post("/v1/videos/" + id + "/reprocess").status()).isEqualTo(202);
        letADayPass(id);
        awaitEvents(id, 8);
        assertThat(UploadEvents.of(id).getLast())
                .as("a user's wish has reissues of its own")
                .isInstanceOf(ReprocessRequested.class);
    }

    @Test
    void whatMakesProgressOrHasEndedIsLeftAlone() {
        String working = api.uploadSmall();
        String ready = api.uploadSmall();
        letADayPass(working);
        letADayPass(ready);
        Projection.write(document(VideoId.of(working), VideoStatus.PROCESSING, 1, 3));
        Projection.write(document(VideoId.of(ready), VideoStatus.READY, 1, 9));
        // A third that is late shows that sweeps have taken place since.
        String late = api.uploadSmall();
        letADayPass(late);
        awaitEvents(late, 3);
        assertThat(reissuesOf(working)).isZero();
        assertThat(reissuesOf(ready)).isZero();
    }

    @Test
    void ofManySweepsOneActs() {
        String id = api.uploadSmall();
        letADayPass(id);
        awaitEvents(id, 3);
        await().during(A_FEW_SWEEPS)
                .atMost(A_FEW_SWEEPS.multipliedBy(2))
                .untilAsserted(() -> assertThat(reissuesOf(id)).isEqualTo(1));
    }

    private static long reissuesOf(String id) {
        return UploadEvents.of(id).stream()
                .filter(ReprocessRequested.class::isInstance)
                .count();
    }

    private static void awaitEvents(String id, int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<VideoEvent> events = UploadEvents.of(id);
            assertThat(events).hasSize(count);
        });
    }

    private static void letADayPass(String id) {
        Projection.execute(
                "update uploads.upload set issued_at = issued_at - interval '1 day' where id = '" + id + "'");
    }
}
