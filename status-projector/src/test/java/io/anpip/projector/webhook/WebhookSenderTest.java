package io.anpip.projector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSenderTest {

    private static final char[] WORD = "changeit".toCharArray();
    private static final Delivery DELIVERY = new Delivery(1, "msg_1", "{}", 0);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private Optional<HttpServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(running -> running.stop(0));
        vertx.closeAndAwait();
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    @Test
    void anAddressOfThisMachineIsNotEvenConnectedTo() throws IOException {
        int port = serve(HttpServer.create(), exchange -> answer(exchange, 204));

        assertThat(send("http://localhost:" + port + "/", false))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.NotDelivered.class,
                        refused -> assertThat(refused.reason()).contains("not public"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() throws IOException {
        int port = serve(HttpServer.create(), exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, 307);
        });

        assertThat(send("http://localhost:" + port + "/", true))
                .isEqualTo(new DeliveryOutcome.NotDelivered("The endpoint answered 307", Optional.empty()));
        assertThat(requests).hasValue(1);
    }

    @Test
    void theWishOfAnOverloadedEndpointIsHeard() throws IOException {
        int port = serve(HttpServer.create(), exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            answer(exchange, 503);
        });

        assertThat(send("http://localhost:" + port + "/", true))
                .isEqualTo(new DeliveryOutcome.NotDelivered(
                        "The endpoint answered 503", Optional.of(Duration.ofSeconds(120))));
    }

    @Test
    void anEndpointThatNeverAnswersIsLeft() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        int port = serve(HttpServer.create(), exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });

        DeliveryOutcome outcome = send("http://localhost:" + port + "/", true);
        over.countDown();

        assertThat(outcome).isInstanceOf(DeliveryOutcome.NotDelivered.class);
    }

    @Test
    void theCertificateMustBeOfTheNameAlthoughTheConnectionIsMadeToAnAddress(@TempDir Path directory) throws Exception {
        Path store = keyStore(directory, "localhost");
        trust(store);
        int port = serve(secure(store), exchange -> answer(exchange, 200));

        assertThat(send("https://localhost:" + port + "/", true)).isEqualTo(new DeliveryOutcome.Delivered());
    }

    @Test
    void anEndpointWithTheCertificateOfAnotherIsNotSpokenTo(@TempDir Path directory) throws Exception {
        Path store = keyStore(directory, "elsewhere.example");
        trust(store);
        int port = serve(secure(store), exchange -> answer(exchange, 200));

        assertThat(send("https://localhost:" + port + "/", true)).isInstanceOf(DeliveryOutcome.NotDelivered.class);
        assertThat(requests).hasValue(0);
    }

    private DeliveryOutcome send(String url, boolean allowPrivateAddresses) {
        WebhookSecret secret = WebhookSecret.of("whsec_dGhlLXNlY3JldC1vZi10aGUtcmVjZWl2ZXItaW4tdGVzdHM=");
        WebhookEndpoint endpoint = new WebhookEndpoint("shop", URI.create(url), List.of(secret), WebhookType.ALL);
        return new WebhookSender(vertx, settings(allowPrivateAddresses))
                .send(endpoint, DELIVERY)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private int serve(HttpServer created, Answer answer) throws IOException {
        server = Optional.of(created);
        created.bind(new InetSocketAddress("localhost", 0), 0);
        created.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            answer.to(exchange);
        });
        created.start();
        return created.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Path keyStore(Path directory, String name) throws IOException, InterruptedException {
        Path store = directory.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home", ""), "bin", "keytool");
        int ended = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(WORD))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(ended).isZero();
        return store;
    }

    /** Makes this JVM trust the certificate of a key store, as it trusts those of public authorities. */
    private static void trust(Path store) throws Exception {
        KeyStore keys = open(store);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, WORD);
        trusted.setCertificateEntry("endpoint", keys.getCertificate("mykey"));
        Path file = store.resolveSibling("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, WORD);
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", new String(WORD));
    }

    private static KeyStore open(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, WORD);
        }
        return keys;
    }

    private static HttpsServer secure(Path store) throws Exception {
        KeyStore keys = open(store);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create();
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return https;
    }

    private static WebhookConfig settings(boolean allowPrivateAddresses) {
        return new WebhookConfig() {
            @Override
            public Map<String, Endpoint> endpoints() {
                return Map.of();
            }

            @Override
            public List<Duration> schedule() {
                return List.of(Duration.ZERO);
            }

            @Override
            public double jitter() {
                return 0;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public int concurrency() {
                return 1;
            }

            @Override
            public Duration pollInterval() {
                return Duration.ofSeconds(1);
            }

            @Override
            public boolean allowPrivateAddresses() {
                return allowPrivateAddresses;
            }
        };
    }

    /** What the server does with a request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }
}
