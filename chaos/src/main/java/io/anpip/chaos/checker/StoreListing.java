package io.anpip.chaos.checker;

import io.anpip.localstack.LocalStackAddresses;
import java.io.Closeable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What is in the store, asked of the store itself and not through a proxy. */
public final class StoreListing implements Closeable {

    public static final String WORK = "anpip-work";
    public static final String MEDIA = "anpip-media";
    public static final String UPLOADS = "anpip-uploads";

    private final S3Client s3;

    public StoreListing(LocalStackAddresses.S3 address) {
        this.s3 = S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.of(address.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(address.accessKey(), address.secretKey())))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    /** Keys below a prefix with their sizes. */
    public Map<String, Long> sizes(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .collect(Collectors.toMap(S3Object::key, S3Object::size));
    }

    public Optional<byte[]> get(String bucket, String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    /** The SHA-256 of an object's bytes, in hexadecimal digits. */
    public Optional<String> sha256(String bucket, String key) {
        return get(bucket, key).map(bytes -> {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("Every JDK has SHA-256", absent);
            }
        });
    }

    /** For planting violations in tests of the checker, and for scenarios that take something away. */
    public void delete(String bucket, String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }

    /** For planting violations in tests of the checker. */
    public void put(String bucket, String key, byte[] bytes) {
        s3.putObject(
                request -> request.bucket(bucket).key(key),
                software.amazon.awssdk.core.sync.RequestBody.fromBytes(bytes));
    }

    /** Multipart uploads that were begun and neither completed nor aborted. */
    public List<String> unfinishedMultipart(String bucket) {
        return s3.listMultipartUploads(request -> request.bucket(bucket)).uploads().stream()
                .map(upload -> upload.key())
                .toList();
    }

    @Override
    public void close() {
        s3.close();
    }
}
