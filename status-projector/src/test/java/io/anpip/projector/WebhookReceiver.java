package io.anpip.projector;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** A webhook endpoint on this machine that checks every signature and answers as it is told. */
final class WebhookReceiver implements AutoCloseable {

    static final String SECRET = "whsec_dGhlLXNlY3JldC1vZi10aGUtcmVjZWl2ZXItaW4tdGVzdHM=";

    /** A message as it came. */
    record Received(String id, String body, boolean genuine, int answer) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final IntUnaryOperator answers;

    /** @param answers the status for the n-th attempt of a message, from 1 */
    WebhookReceiver(URI address, IntUnaryOperator answers) throws IOException {
        this.answers = answers;
        this.server = HttpServer.create(new InetSocketAddress("localhost", address.getPort()), 0);
        server.createContext(address.getPath(), this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        int attempt =
                (int) received.stream().filter(before -> before.id().equals(id)).count() + 1;
        int answer = answers.applyAsInt(attempt);
        received.add(new Received(id, body, genuine(exchange, body), answer));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static boolean genuine(HttpExchange exchange, String body) {
        try {
            new Webhook(SECRET).verify(body, exchange.getRequestHeaders());
            return true;
        } catch (WebhookVerificationException forged) {
            return false;
        } catch (EmptyWebhookSecretException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What came about one video. */
    List<Received> about(String videoId) {
        return received.stream()
                .filter(message -> message.body().contains(videoId))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
