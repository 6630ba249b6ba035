package io.anpip.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.ApiClient;
import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.follow.VideoFollower;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.terminal.Terminal;
import io.anpip.cli.upload.FileUpload;
import io.anpip.cli.upload.LocalFile;
import io.anpip.cli.upload.UploadLedger;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip upload}. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description = {
            "Uploads a file in parallel chunks and asks for its video.",
            "After a break the same command goes on where it stopped."
        },
        footer = "Ends with 0 when the video is READY (without --wait: when it is uploaded), with 1 when it FAILED.")
public final class UploadCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "The video.")
    private Path file = Path.of("");

    @Option(names = "--title", paramLabel = "T", description = "Title (default: the file's name).")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Encoding profile: default, fast, quality, hevc, av1, or one of the operator's.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--wait", description = "Follow the video until it is READY or FAILED.")
    private boolean wait;

    @Option(names = "--json", description = "Print the video's document alone on standard output.")
    private boolean json;

    @Option(names = "--api", paramLabel = "URL", description = "Address of the API (default: the running stack's).")
    private Optional<URI> apiAddress = Optional.empty();

    @Override
    public Integer call() {
        LocalFile local = LocalFile.at(file);
        DataDirectory directory = data.directory();
        Terminal progress = Terminal.err();
        HttpClient http = ApiClient.httpClient();
        ApiClient api = new ApiClient(http, apiAddress.orElseGet(() -> RunningStack.api(directory)));
        String videoId = new FileUpload(http, api, new UploadLedger(directory), progress).run(local, title, profile);
        if (wait) {
            JsonNode video = new VideoFollower(api, progress).untilTheEnd(videoId);
            boolean ready = video.path("status").asText("").equals("READY");
            if (json) {
                Terminal.out().line(JsonOutput.of(video));
            } else if (ready) {
                Terminal.out().line(api.watchPage(videoId).toString());
            }
            return ready ? 0 : 1;
        }
        if (json) {
            api.video(videoId).ifPresent(video -> Terminal.out().line(JsonOutput.of(video)));
        } else {
            Terminal.out().line(api.watchPage(videoId).toString());
        }
        return 0;
    }
}
