package io.anpip.localstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Tells whether a running process does its work yet; asked again and again, so it must answer fast. */
@FunctionalInterface
public interface Readiness {
    /** How long one question may take. */
    int ANSWER_MILLIS = 2000;

    /** Whether this process is ready; any trouble is a no. */
    boolean isReady(ProcessIdentity process);

    /** Ready when both say so. */
    default Readiness and(Readiness other) {
        return process -> isReady(process) && other.isReady(process);
    }

    /** Ready when something listens on this port of 127.0.0.1. */
    static Readiness port(int port) {
        return _ -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), ANSWER_MILLIS);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Ready when this address answers with a status from 200 to 299. */
    static Readiness http(URI address) {
        return _ -> {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(ANSWER_MILLIS);
                connection.setReadTimeout(ANSWER_MILLIS);
                try {
                    return connection.getResponseCode() / 100 == 2;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
