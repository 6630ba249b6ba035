package io.anpip.chaos.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clocks of a worker and of the thumbnailer are an hour off, to either side. */
final class ClocksApart implements Scenario {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib64/faketime/libfaketime.so.1"));

    @Override
    public String id() {
        return "F22";
    }

    @Override
    public String title() {
        return "the clock of a worker an hour ahead, that of thumbnail-consumer an hour behind";
    }

    @Override
    public String mechanism() {
        return "generations and ranks order events, deadlines are the database's; off: not possible by a setting";
    }

    /** A library that is asked for each time makes a process slow, and that is not what is looked for here. */
    @Override
    public PipelineOptions options(PipelineOptions usual) {
        return usual.with("ANPIP_SWEEPER_BASE", "5m");
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
        run.expect(library.isPresent(), "libfaketime is there: install the package faketime");
        if (library.isEmpty()) {
            return;
        }
        ServiceProcess ahead = run.pipeline().workers().getFirst();
        ServiceProcess behind = run.pipeline().thumbnails();
        restart(ahead, library.get(), "+1h");
        restart(behind, library.get(), "-1h");
        List<String> videos = run.upload(4);
        run.awaitEnds(Duration.ofMinutes(3));
        for (String video : videos) {
            Optional<JsonNode> seen = run.client().look(video);
            run.expect(
                    seen.filter(document -> document.path("status").asText().equals("READY")
                                    && document.path("generation").asInt() == 1)
                            .isPresent(),
                    video + " is READY at once, in its first generation");
        }
        for (ServiceProcess service : List.of(ahead, behind)) {
            service.restart();
            service.awaitReady();
        }
    }

    private static void restart(ServiceProcess service, Path library, String offset)
            throws IOException, InterruptedException {
        service.restart(
                Map.of("LD_PRELOAD", library.toString(), "FAKETIME", offset, "FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        service.awaitReady();
    }
}
