package io.anpip.cli.bench;

import io.anpip.localstack.LocalStackAddresses.S3;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the reading of one object by AWS Signature Version 4.
 *
 * <p>The command line reads a single small object, which is not worth an SDK of thirty libraries.
 */
final class SignedGet {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String EMPTY_BODY = sha256("");

    private SignedGet() {}

    /** The request for an object whose key needs no escaping. */
    static HttpRequest of(S3 store, String bucket, String key, Instant now) {
        URI address = store.endpoint().resolve("/" + bucket + "/" + key);
        Map<String, String> headers = new TreeMap<>(Map.of(
                "host", address.getAuthority(), "x-amz-content-sha256", EMPTY_BODY, "x-amz-date", TIME.format(now)));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization(store, address.getRawPath(), headers));
        headers.forEach((name, value) -> {
            // The JDK's client sends it by itself and refuses it from others.
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    /** The Authorization header for a GET with these headers, by lower-case name in order; pure. */
    static String authorization(S3 store, String path, Map<String, String> headers) {
        String time = headers.getOrDefault("x-amz-date", "");
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", "GET", path, "", lines, names, EMPTY_BODY);
        String date = time.substring(0, 8);
        String scope = String.join("/", date, store.region(), "s3", "aws4_request");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
        byte[] key = ("AWS4" + store.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {date, store.region(), "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        return "AWS4-HMAC-SHA256 Credential=" + store.accessKey() + "/" + scope + ",SignedHeaders=" + names
                + ",Signature=" + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has HmacSHA256", absent);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
