package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.StackPart;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class CacheLossIT {

    @TestHTTPResource("/")
    URI base;

    @Test
    void withoutRedisEverythingWorks() throws Exception {
        ApiClient api = new ApiClient(base);
        String before = api.announce(100).path("uploadId").asText();
        LocalStack stack = LocalServers.running();
        assertThat(stack.process(StackPart.REDIS).stop()).isTrue();
        try {
            long begun = System.nanoTime();
            assertThat(api.putChunk(before, 1, Bytes.random(100))).isEqualTo(200);
            assertThat(api.post("/v1/uploads/" + before + "/finalize").status()).isEqualTo(202);
            assertThat(api.post("/v1/uploads/" + before + "/chunks/1/url").status())
                    .isEqualTo(409);
            assertThat(api.uploadSmall()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(api.get("/q/health/ready").status()).isEqualTo(200);
        } finally {
            stack.process(StackPart.REDIS).restart();
        }
    }
}
