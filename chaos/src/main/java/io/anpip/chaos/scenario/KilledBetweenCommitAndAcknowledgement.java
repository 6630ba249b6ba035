package io.anpip.chaos.scenario;

import io.anpip.chaos.process.ServiceProcess;
import io.anpip.failpoint.FailPoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The relay dies after Kafka has the rows, the projector after it has folded. */
final class KilledBetweenCommitAndAcknowledgement implements Scenario {

    @Override
    public String id() {
        return "F15";
    }

    @Override
    public String title() {
        return "kill -9 between a commit and its acknowledgement";
    }

    @Override
    public String mechanism() {
        return "rows are removed after the broker has them, offsets committed after the fold; duplicates change nothing; off: not possible by a setting";
    }

    private static void killedAt(Run run, ServiceProcess service, FailPoint point)
            throws IOException, InterruptedException {
        service.restart(Map.of("ANPIP_FAIL_POINTS", point + "=kill@2"));
        Thread upload = run.uploadMeanwhile(2);
        run.expect(service.awaitEnd(Duration.ofMinutes(2)), service.name() + " reaches " + point);
        service.restart();
        service.awaitReady();
        upload.join();
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        killedAt(run, run.pipeline().api(), FailPoint.OUTBOX_PUBLISHED);
        killedAt(run, run.pipeline().projector(), FailPoint.FOLD_COMMITTED);
        run.awaitEnds(Duration.ofMinutes(4));
    }
}
