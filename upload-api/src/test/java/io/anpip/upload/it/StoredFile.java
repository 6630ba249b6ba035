package io.anpip.upload.it;

import io.anpip.localstack.LocalStackAddresses;
import io.anpip.schemas.ChunkList;
import io.anpip.schemas.EventCodec;
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
        try (S3AsyncClient client = client()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            client
                    .listObjectsV2(request -> request.bucket(BUCKET).prefix("uploads/" + id + "/chunks/"))
                    .join()
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .sorted(Comparator.naturalOrder())
                    .forEach(key -> file.writeBytes(read(client, key)));
            return file.toByteArray();
        }
    }

    /** What the list of its chunks names, one after the other. */
    static byte[] listed(String id) {
        try (S3AsyncClient client = client()) {
            ChunkList list = EventCodec.decodeDocument(ChunkList.class, read(client, "uploads/" + id + "/chunks.json"))
                    .orElseThrow();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            list.chunks().forEach(chunk -> file.writeBytes(read(client, chunk.key())));
            return file.toByteArray();
        }
    }

    private static byte[] read(S3AsyncClient client, String key) {
        return client.getObject(request -> request.bucket(BUCKET).key(key), AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    private static S3AsyncClient client() {
        LocalStackAddresses.S3 s3 = LocalServers.running().addresses().s3();
        return S3AsyncClient.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                .forcePathStyle(true)
                .build();
    }
}
