package io.anpip.cli.stack;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** Chooses the services' ports: remembered ones stay as long as they can. */
final class Ports {
    /** Below what systems hand out for outgoing connections, so that a port that is free now is free at the next start. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 10_000;
    private static final int CONNECT_MILLIS = 300;

    private Ports() {}

    /**
     * A port for every service but the API; pure apart from what it is given.
     *
     * @param remembered what they had before
     * @param keeps whether a service runs now and so keeps its port
     * @param isFree whether nobody listens there
     */
    static Map<String, Integer> choose(
            int apiPort,
            Map<String, Integer> remembered,
            java.util.function.Predicate<String> keeps,
            IntPredicate isFree,
            IntSupplier candidates) {
        Map<String, Integer> chosen = new TreeMap<>();
        chosen.put(ServiceCatalogue.API, apiPort);
        Set<Integer> given = new HashSet<>(Set.of(apiPort));
        Set<Integer> avoided = new HashSet<>(remembered.values());
        for (Service service : ServiceCatalogue.SERVICES) {
            if (!service.name().equals(ServiceCatalogue.API)) {
                Optional<Integer> before = Optional.ofNullable(remembered.get(service.name()))
                        .filter(port -> !given.contains(port))
                        .filter(port -> keeps.test(service.name()) || isFree.test(port));
                int port = before.orElseGet(() -> another(given, avoided, isFree, candidates));
                given.add(port);
                chosen.put(service.name(), port);
            }
        }
        return chosen;
    }

    private static int another(Set<Integer> given, Set<Integer> avoided, IntPredicate isFree, IntSupplier candidates) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int candidate = candidates.getAsInt();
            if (!given.contains(candidate) && !avoided.contains(candidate) && isFree.test(candidate)) {
                return candidate;
            }
        }
        throw new CommandFailed(new Unknown("There is no free port between " + LOWEST + " and " + HIGHEST + "."));
    }

    /** Ports to try, at random. */
    static int candidate() {
        return ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
    }

    /** Whether nobody listens on this port of this machine. */
    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException taken) {
            return false;
        }
        // Some systems let one bind 127.0.0.1 beside a program that listens on all addresses.
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            return false;
        } catch (IOException nobodyAnswers) {
            return true;
        }
    }
}
