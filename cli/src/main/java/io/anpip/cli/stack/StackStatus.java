package io.anpip.cli.stack;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How a whole stack is doing.
 *
 * @param healthy whether every part is
 * @param api base address of the API; empty if the stack was never up
 * @param s3 base address of the object store
 * @param kafka bootstrap servers
 * @param postgres address without password
 * @param redis address without password
 * @param data the data directory
 * @param logs where every part's log is
 */
@JsonPropertyOrder({"healthy", "api", "s3", "data"})
public record StackStatus(
        boolean healthy,
        String api,
        String s3,
        String data,
        String kafka,
        String postgres,
        String redis,
        String logs,
        List<Part> parts) {
    public StackStatus {
        parts = List.copyOf(parts);
    }

    /** Whether any process of it runs. */
    public boolean isRunning() {
        return parts.stream().anyMatch(part -> part.pid() > 0);
    }

    /** The parts that are not as they should be. */
    public List<Part> ailing() {
        return parts.stream().filter(part -> !part.healthy()).toList();
    }
}
