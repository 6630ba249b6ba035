package io.anpip.cli.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a service in tests of the launcher: a JVM that says it is ready, and what it was told. */
public final class FakeService {
    private FakeService() {}

    /** Listens on the port that the environment names. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("QUARKUS_HTTP_PORT", "0"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/q/health/ready", call -> {
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
    }
}
