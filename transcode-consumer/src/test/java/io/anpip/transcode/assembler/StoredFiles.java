package io.anpip.transcode.assembler;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ObjectRef;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Files in a real object store, for tests that read them as the service does. */
final class StoredFiles implements AutoCloseable {

    private final LocalStack stack;
    private final S3AsyncClient client;
    private final S3Presigner presigner;
    private final ObjectStore store;

    StoredFiles(Path directory) {
        stack = LocalStack.start(LocalStackSettings.in(directory));
        LocalStackAddresses.S3 s3 = stack.addresses().s3();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
        client = S3AsyncClient.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .build();
        presigner = S3Presigner.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        store = new ObjectStore(client, presigner, Clock.systemUTC());
    }

    LoopbackSource loopback() {
        return new LoopbackSource(store);
    }

    ObjectRef put(byte[] content) {
        return store.put("anpip-work", "test/" + UUID.randomUUID(), "application/octet-stream", content)
                .join();
    }

    ObjectRef put(Path file) {
        return store.put("anpip-work", "test/" + UUID.randomUUID(), "application/octet-stream", file)
                .join();
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
        stack.close();
    }
}
