package io.anpip.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.failure.CommandFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final Map<String, Integer> REMEMBERED = Map.of(
            ServiceCatalogue.API, 8080,
            ServiceCatalogue.TRANSCODE, 20001,
            ServiceCatalogue.THUMBNAILS, 20002,
            ServiceCatalogue.CHAPTERS, 20003,
            ServiceCatalogue.PROJECTOR, 20004);

    @Test
    void everyServiceGetsAPortOfItsOwnAtFirst() {
        Map<String, Integer> chosen = Ports.choose(8080, Map.of(), _ -> false, _ -> true, countingFrom(20000));

        assertThat(chosen).hasSize(5).containsEntry(ServiceCatalogue.API, 8080);
        assertThat(chosen.values()).doesNotHaveDuplicates();
    }

    @Test
    void rememberedPortsStay() {
        assertThat(Ports.choose(8080, REMEMBERED, _ -> false, _ -> true, countingFrom(30000)))
                .isEqualTo(REMEMBERED);
    }

    @Test
    void aRememberedPortThatSomebodyElseTookIsReplaced() {
        Map<String, Integer> chosen =
                Ports.choose(8080, REMEMBERED, _ -> false, port -> port != 20002, countingFrom(20002));

        assertThat(chosen.get(ServiceCatalogue.THUMBNAILS)).isGreaterThan(20004);
        assertThat(chosen).containsEntry(ServiceCatalogue.CHAPTERS, 20003);
        assertThat(chosen.values()).doesNotHaveDuplicates();
    }

    @Test
    void aRunningServiceKeepsItsPortThoughItIsTakenByItself() {
        assertThat(Ports.choose(8080, REMEMBERED, _ -> true, _ -> false, countingFrom(30000)))
                .isEqualTo(REMEMBERED);
    }

    @Test
    void noOtherServiceKeepsThePortThatTheApiIsGivenNow() {
        Map<String, Integer> chosen = Ports.choose(20003, REMEMBERED, _ -> false, _ -> true, countingFrom(30000));

        assertThat(chosen).containsEntry(ServiceCatalogue.API, 20003).containsEntry(ServiceCatalogue.CHAPTERS, 30000);
    }

    @Test
    void aMachineWithoutAFreePortIsAFailureAndNotAnEndlessSearch() {
        assertThatThrownBy(() -> Ports.choose(8080, Map.of(), _ -> false, _ -> false, countingFrom(1)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("no free port");
    }

    @Test
    void aPortSomebodyListensOnIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    private static IntSupplier countingFrom(int first) {
        AtomicInteger next = new AtomicInteger(first);
        return next::getAndIncrement;
    }
}
