package io.anpip.objectstore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the object store of a service from its settings. */
@ApplicationScoped
public class ObjectStoreProducer {

    @Produces
    @Singleton
    S3AsyncClient client(ObjectStoreConfig config) {
        return S3AsyncClient.builder()
                .endpointOverride(config.endpoint())
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .forcePathStyle(true)
                // Default CRC32 trailers break many stores that speak the S3 API; see aws-sdk-java-v2's "WHEN_REQUIRED"
                // notes.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(config.maxConnections())
                        .maxPendingConnectionAcquires(10_000)
                        .connectionAcquisitionTimeout(config.attemptTimeout()))
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(config.attemptTimeout()).apiCallTimeout(config.callTimeout()))
                .build();
    }

    void close(@Disposes S3AsyncClient client) {
        client.close();
    }

    @Produces
    @Singleton
    S3Presigner presigner(ObjectStoreConfig config) {
        URI address = config.publicEndpoint().orElse(config.endpoint());
        return S3Presigner.builder()
                .endpointOverride(address)
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    void close(@Disposes S3Presigner presigner) {
        presigner.close();
    }

    @Produces
    @Singleton
    ObjectStore store(S3AsyncClient client, S3Presigner presigner) {
        return new ObjectStore(client, presigner, Clock.systemUTC());
    }

    @Produces
    @Singleton
    Buckets buckets(ObjectStoreConfig config) {
        return Buckets.withPrefix(config.bucketPrefix());
    }

    private static AwsCredentialsProvider credentials(ObjectStoreConfig config) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(config.accessKey(), config.secretKey()));
    }
}
