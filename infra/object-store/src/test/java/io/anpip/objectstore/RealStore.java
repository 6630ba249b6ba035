package io.anpip.objectstore;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.LocalStackSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** An object store over a real S3 server, for the tests of this module. */
final class RealStore implements AutoCloseable {

    private final LocalStack stack;
    private final ObjectStoreProducer producer = new ObjectStoreProducer();

    RealStore(Path directory) {
        stack = LocalStack.start(LocalStackSettings.in(directory));
    }

    ObjectStore store() {
        ObjectStoreConfig config = config(stack.addresses().s3());
        return producer.store(producer.client(config), producer.presigner(config));
    }

    @Override
    public void close() {
        stack.close();
    }

    private static ObjectStoreConfig config(LocalStackAddresses.S3 s3) {
        return new ObjectStoreConfig() {
            @Override
            public URI endpoint() {
                return s3.endpoint();
            }

            @Override
            public Optional<URI> publicEndpoint() {
                return Optional.empty();
            }

            @Override
            public String region() {
                return s3.region();
            }

            @Override
            public String accessKey() {
                return s3.accessKey();
            }

            @Override
            public String secretKey() {
                return s3.secretKey();
            }

            @Override
            public String bucketPrefix() {
                return "anpip-";
            }

            @Override
            public Duration attemptTimeout() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration callTimeout() {
                return Duration.ofSeconds(30);
            }

            @Override
            public int maxConnections() {
                return 32;
            }

            @Override
            public boolean probe() {
                return true;
            }
        };
    }
}
