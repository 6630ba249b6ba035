package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import io.anpip.chaos.process.Tmpfs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The scratch disk of the workers is full, and after a while it is not. */
final class ScratchFull implements Scenario {

    private static final int MEBIBYTES = 1024;
    private static final int FILLED = 800;

    @Override
    public String id() {
        return "F10";
    }

    @Override
    public String title() {
        return "scratch on a tmpfs that is full";
    }

    @Override
    public String mechanism() {
        return "room is reserved before a task begins, and a full disk is not the video's fault; off: no room is kept free";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_SCRATCH_KEEP_FREE_BYTES", "0"));
    }

    @Override
    public boolean shares() {
        return false;
    }

    private static void fill(Path filler) throws IOException {
        byte[] mebibyte = new byte[1 << 20];
        try (OutputStream file = Files.newOutputStream(filler)) {
            for (int written = 0; written < FILLED; written++) {
                file.write(mebibyte);
            }
        }
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        try (Tmpfs disk = Tmpfs.mount(run.pipeline().data().resolve("small-scratch"), MEBIBYTES)) {
            for (ServiceProcess worker : run.pipeline().workers()) {
                worker.restart(Map.of("ANPIP_SCRATCH_DIRECTORY", disk.folder().toString()));
                worker.awaitReady();
            }
            Path filler = disk.folder().resolve("filler");
            fill(filler);
            String video = run.upload(1).getFirst();
            for (ServiceProcess worker : run.pipeline().workers()) {
                run.expect(run.await(Duration.ofSeconds(20), () -> !worker.isReady()), worker.name() + " is not ready");
                run.expect(worker.isLive(), worker.name() + " is live all the same");
            }
            run.expect(
                    run.client()
                            .look(video)
                            .filter(seen -> seen.path("status").asText().equals("FAILED"))
                            .isEmpty(),
                    "the video does not fail for it");
            Files.delete(filler);
            for (ServiceProcess worker : run.pipeline().workers()) {
                run.expect(run.await(Duration.ofSeconds(20), worker::isReady), worker.name() + " is ready again");
            }
            run.expect(run.await(Duration.ofMinutes(2), () -> run.isReady(video)), "the video is READY then");
            for (ServiceProcess worker : run.pipeline().workers()) {
                worker.kill();
            }
        }
    }
}
