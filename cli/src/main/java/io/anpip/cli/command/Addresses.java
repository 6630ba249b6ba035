package io.anpip.cli.command;

import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Table;
import java.util.List;

/** Where everything of a running stack is, as lines; pure. */
final class Addresses {
    private Addresses() {}

    static List<String> lines(StackStatus stack, Style style) {
        return Table.lines(List.of(
                List.of("API", style.address(stack.api())),
                List.of("API contract", style.address(stack.api() + "/q/openapi")),
                List.of("watch pages", style.address(stack.api() + "/watch/VIDEO_ID")),
                List.of("S3", style.address(stack.s3())),
                List.of("Kafka", stack.kafka()),
                List.of("PostgreSQL", stack.postgres()),
                List.of("Redis", stack.redis()),
                List.of("data", stack.data()),
                List.of("logs", stack.logs())));
    }
}
