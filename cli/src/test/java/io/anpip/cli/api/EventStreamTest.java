package io.anpip.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    @Test
    void readsEventsWithIdsAndPassesOverComments() throws IOException {
        EventStream stream = stream("""
                :keep-alive

                id: 7
                event: video
                data: {"a":1}

                data:first
                data: second

                """);

        assertThat(stream.next()).contains("{\"a\":1}");
        assertThat(stream.lastEventId()).contains("7");
        assertThat(stream.next()).contains("first\nsecond");
        assertThat(stream.lastEventId()).contains("7");
        assertThat(stream.next()).isEmpty();
    }

    @Test
    void anEventCutShortByTheEndOfTheStreamDoesNotCount() throws IOException {
        assertThat(stream("data: half").next()).isEmpty();
    }

    private static EventStream stream(String text) {
        return new EventStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
