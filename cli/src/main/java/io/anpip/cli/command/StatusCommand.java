package io.anpip.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.ApiClient;
import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.NotRunning;
import io.anpip.cli.failure.Failure.Unknown;
import io.anpip.cli.follow.VideoSummary;
import io.anpip.cli.stack.Part;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.stack.StackInspection;
import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Table;
import io.anpip.cli.terminal.Terminal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows a video's document; without a video, the health and address of every part.",
        footer = "Ends with 1 when a part is not healthy, or when there is no such video.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "VIDEO_ID", description = "The id that the upload printed.")
    private Optional<String> videoId = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--api", paramLabel = "URL", description = "Address of the API (default: the running stack's).")
    private Optional<URI> api = Optional.empty();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.out();
        return videoId.isPresent() ? video(terminal, videoId.get()) : stack(terminal);
    }

    private int video(Terminal terminal, String id) {
        ApiClient client =
                new ApiClient(ApiClient.httpClient(), api.orElseGet(() -> RunningStack.api(data.directory())));
        JsonNode video = client.video(id)
                .orElseThrow(
                        () -> new CommandFailed(new Unknown("There is no video " + id + " at " + client.base() + ".")));
        if (json) {
            terminal.line(JsonOutput.of(video));
        } else {
            VideoSummary.lines(video, client.watchPage(id), terminal.style()).forEach(terminal::line);
        }
        return 0;
    }

    private int stack(Terminal terminal) {
        DataDirectory directory = data.directory();
        StackStatus status = StackInspection.of(directory);
        if (json) {
            terminal.line(JsonOutput.of(status));
        } else if (status.isRunning()) {
            lines(status, terminal.style()).forEach(terminal::line);
        } else {
            throw new CommandFailed(new NotRunning(directory.root()));
        }
        return status.healthy() ? 0 : 1;
    }

    private static List<String> lines(StackStatus status, Style style) {
        List<List<String>> rows = new ArrayList<>();
        for (Part part : status.parts()) {
            rows.add(List.of(
                    part.healthy() ? style.tick() : style.cross(),
                    part.name(),
                    part.healthy() ? "healthy" : style.bad(part.pid() > 0 ? "not healthy" : "does not run"),
                    part.address(),
                    part.pid() > 0 ? style.faint("process " + part.pid()) : ""));
        }
        List<String> lines = new ArrayList<>(Table.lines(rows));
        lines.add("");
        lines.addAll(Addresses.lines(status, style));
        if (!status.healthy()) {
            lines.add("");
            lines.add("'anpip up' starts again what has died; 'anpip logs "
                    + status.ailing().getFirst().name() + "' may say why.");
        }
        return lines;
    }
}
