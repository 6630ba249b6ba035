package io.anpip.upload.it;

import io.anpip.localstack.LocalStackAddresses;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the store has of an upload. */
final class StoredFile {

    private static final String BUCKET = "anpip-uploads";

    private StoredFile() {}

    /** Its chunks, one after the other. */
    static byte[] of(String id) {
        LocalStackAddresses.S3 s3 = LocalServers.running().addresses().s3();
        try (S3AsyncClient client = S3AsyncClient.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                .forcePathStyle(true)
                .build()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            client
                    .listObjectsV2(request -> request.bucket(BUCKET).prefix("uploads/" + id + "/chunks/"))
                    .join()
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .sorted(Comparator.naturalOrder())
                    .forEach(key -> file.writeBytes(client.getObject(
                                    request -> request.bucket(BUCKET).key(key), AsyncResponseTransformer.toBytes())
                            .join()
                            .asByteArray()));
            return file.toByteArray();
        }
    }
}
