package io.anpip.upload.it;

import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.VideoDeleted;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With two turns, and as many videos waiting as four. */
@QuarkusTest
@TestProfile(AdmissionIT.TwoTurns.class)
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class AdmissionIT {

    public static final class TwoTurns implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "anpip.admission.in-work", "2",
                    "anpip.admission.max-waiting", "4",
                    "anpip.admission.owner-header", "X-Owner",
                    // What it begins again of the uploads of other tests takes a turn.
                    "anpip.sweeper.enabled", "false");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_FEW_ROUNDS = Duration.ofSeconds(3);

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void nothingElseIsInWork() {
        api = new ApiClient(base);
        clear();
        // How many wait is asked for now and then; another test may have had too many.
        await().atMost(PATIENCE).until(() -> api.announce(1).has("uploadId"));
    }

    @AfterEach
    void clear() {
        Projection.createTable();
        Projection.execute("update uploads.upload set settled_generation = generation");
        Projection.execute("delete from uploads.waiting_work");
        Projection.execute("update uploads.upload set admitted_at = admitted_at - interval '1 day'");
    }

    @Test
    void whoBringsOneMoreGoesBeforeTheRestOfWhoBroughtMany() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            many.add(api.uploadSmall("X-Owner", "many"));
        }
        awaitBegun(many.get(0));
        awaitBegun(many.get(1));
        String few = api.uploadSmall("X-Owner", "few");
        assertThat(api.get("/v1/videos/" + few).json().path("status").asText()).isEqualTo("PROCESSING");

        end(many.get(0));

        awaitBegun(few);
        await().during(A_FEW_ROUNDS)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(many.stream().filter(AdmissionIT::hasBegun))
                        .containsExactly(many.get(0), many.get(1)));
        end(few);
        awaitBegun(many.get(2));
    }

    @Test
    void whatIsRemovedWhileItWaitsIsNotBegun() {
        String first = api.uploadSmall();
        String second = api.uploadSmall();
        String third = api.uploadSmall();
        String fourth = api.uploadSmall();
        awaitBegun(second);

        assertThat(api.delete("/v1/videos/" + third).status()).isEqualTo(204);
        end(first);

        awaitBegun(fourth);
        assertThat(UploadEvents.of(third))
                .hasOnlyElementsOfTypes(io.anpip.schemas.UploadInitialized.class, VideoDeleted.class);
    }

    @Test
    void whatStandsStillHoldsNoTurn() {
        String first = api.uploadSmall();
        String second = api.uploadSmall();
        String third = api.uploadSmall();
        awaitBegun(second);

        Projection.execute(
                "update uploads.upload set issued_at = issued_at - interval '2 minutes' where id = '" + first + "'");

        awaitBegun(third);
    }

    @Test
    void whereTooManyWaitNewUploadsAreAskedToComeAgain() {
        for (int i = 0; i < 6; i++) {
            api.uploadSmall();
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            var answer = api.post("/v1/uploads", ApiClient.json(Map.of("filename", "clip.mp4", "sizeBytes", 5)));
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("15");
            assertThat(answer.json().path("code").asText()).isEqualTo("too-many-videos-waiting");
        });
    }

    private static void end(String id) {
        Projection.show(document(VideoId.of(id), VideoStatus.READY, 1, 9));
    }

    private static boolean hasBegun(String id) {
        return UploadEvents.of(id).stream().anyMatch(UploadFinalized.class::isInstance);
    }

    private static void awaitBegun(String id) {
        await().atMost(PATIENCE).until(() -> hasBegun(id));
    }
}
