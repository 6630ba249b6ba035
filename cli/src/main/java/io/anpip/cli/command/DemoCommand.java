package io.anpip.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.ApiClient;
import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.data.StackRecord;
import io.anpip.cli.ffmpeg.SampleClip;
import io.anpip.cli.follow.VideoFollower;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.stack.StackRequest;
import io.anpip.cli.terminal.Terminal;
import io.anpip.cli.upload.FileUpload;
import io.anpip.cli.upload.LocalFile;
import io.anpip.cli.upload.UploadLedger;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts everything, uploads a clip, shows each stage and prints where to watch it.",
            "Then it stays in the foreground like 'up'; Ctrl-C stops everything."
        })
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options = new StackOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The video (default: a sample made with FFmpeg).")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--no-open", description = "Do not open the watch page in a browser.")
    private boolean noOpen;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.out();
        Optional<LocalFile> given = file.map(LocalFile::at);
        StackRequest request = options.request();
        ForegroundStack stack = new ForegroundStack(request, terminal);
        stack.bringUp();
        terminal.line("");
        LocalFile clip = given.orElseGet(() -> sample(request.data(), terminal));
        HttpClient http = ApiClient.httpClient();
        ApiClient api = new ApiClient(http, RunningStack.api(request.data()));
        String videoId = new FileUpload(http, api, new UploadLedger(request.data()), terminal)
                .run(clip, Optional.empty(), Optional.empty());
        JsonNode video = new VideoFollower(api, terminal).untilTheEnd(videoId);
        boolean ready = video.path("status").asText("").equals("READY");
        terminal.line("");
        if (ready) {
            terminal.line("Watch it: "
                    + terminal.style().address(api.watchPage(videoId).toString()));
            if (!noOpen && terminal.isLive()) {
                Browser.open(api.watchPage(videoId));
            }
        }
        if (options.detach() || !stack.leads()) {
            stack.leave();
            return ready ? 0 : 1;
        }
        terminal.line("Everything goes on running; Ctrl-C stops it.");
        stack.stay();
        return 0;
    }

    private static LocalFile sample(DataDirectory data, Terminal terminal) {
        Path ffmpeg = StackRecord.read(data)
                .map(record -> Path.of(record.ffmpegDirectory(), "ffmpeg"))
                .orElseThrow(() -> new IllegalStateException("A stack that is up has a record"));
        if (java.nio.file.Files.notExists(data.samples().resolve(SampleClip.DEMO.name()))) {
            terminal.line("Making a sample clip ...");
        }
        return LocalFile.at(SampleClip.DEMO.in(data.samples(), ffmpeg));
    }
}
