package io.anpip.chaos.scenario;

import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** A task takes three times as long as a consumer may leave between two polls. */
final class TaskLongerThanPollInterval implements Scenario {

    @Override
    public String id() {
        return "F05";
    }

    @Override
    public String title() {
        return "a task of three times max.poll.interval";
    }

    @Override
    public String mechanism() {
        return "the poll loop never runs the work; off: not possible by a setting";
    }

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.restart(Map.of(
                    "ANPIP_FAIL_POINTS",
                    "ENCODE_RUNNING=pause",
                    // Not by a variable of its own: the name of the channel cannot be told from one with other dashes.
                    "JAVA_TOOL_OPTIONS",
                    "-Dmp.messaging.incoming.fast-encode-tasks-in.max.poll.interval.ms=3000"));
        }
        for (ServiceProcess worker : run.pipeline().workers()) {
            worker.awaitReady();
        }
        run.upload(1);
        run.awaitEnds(Duration.ofMinutes(2));
        for (ServiceProcess worker : run.pipeline().workers()) {
            String log = Files.readString(worker.log());
            run.expect(!log.contains("poll timeout has expired"), worker.name() + " stays in its group");
            worker.restart();
            worker.awaitReady();
        }
    }
}
