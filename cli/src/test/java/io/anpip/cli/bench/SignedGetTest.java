package io.anpip.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStackAddresses.S3;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignedGetTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final S3 STORE = new S3(
            URI.create("https://examplebucket.s3.amazonaws.com"),
            "us-east-1",
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /** The example "GET Object" of the S3 documentation of Signature Version 4. */
    @Test
    void signsTheDocumentedExampleAsDocumented() {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "host", "examplebucket.s3.amazonaws.com",
                "range", "bytes=0-9",
                "x-amz-content-sha256", EMPTY,
                "x-amz-date", "20130524T000000Z"));

        assertThat(SignedGet.authorization(STORE, "/test.txt", headers))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void theRequestNamesBucketAndKeyInItsPath() {
        HttpRequest request =
                SignedGet.of(STORE, "anpip-work", "videos/1/g1/plan.json", Instant.parse("2026-11-01T12:00:00Z"));

        assertThat(request.uri().getPath()).isEqualTo("/anpip-work/videos/1/g1/plan.json");
        assertThat(request.headers().firstValue("x-amz-date")).contains("20261101T120000Z");
    }
}
