package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import io.anpip.failpoint.FailPoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process dies at each of the twelve arrows between a record and its effect. */
final class ProcessKilledAtEveryFailPoint implements Scenario {

    @Override
    public String id() {
        return "F02";
    }

    @Override
    public String title() {
        return "kill -9 at each of the twelve fail points";
    }

    @Override
    public String mechanism() {
        return "a record is committed after its effect, and comes again until then; off: records are committed as they are taken, without a sweeper";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.atMostOnce());
    }

    @Override
    public boolean shares() {
        return false;
    }

    private static void at(Run run, ServiceProcess service, FailPoint point) throws IOException, InterruptedException {
        service.restart(Map.of("ANPIP_FAIL_POINTS", point + "=kill"));
        Thread upload = run.uploadMeanwhile(1);
        boolean died = service.awaitEnd(Duration.ofMinutes(2));
        run.expect(died, service.name() + " reaches " + point);
        service.restart();
        service.awaitReady();
        upload.join();
        run.awaitEnds(Duration.ofMinutes(3));
        run.say(point + " in " + service.name() + ": converged");
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        at(run, run.pipeline().api(), FailPoint.OUTBOX_COMMITTED);
        at(run, run.pipeline().api(), FailPoint.OUTBOX_PUBLISHED);
        ServiceProcess other = run.pipeline().workers().getLast();
        // One worker alone, so that it is the one that meets the fail point.
        other.kill();
        ServiceProcess worker = run.pipeline().workers().getFirst();
        for (FailPoint point : List.of(
                FailPoint.RECORD_TAKEN,
                FailPoint.SOURCE_READ,
                FailPoint.ENCODE_RUNNING,
                FailPoint.OBJECT_STORED,
                FailPoint.BEFORE_MARKER,
                FailPoint.AFTER_MARKER,
                FailPoint.EVENT_PUBLISHED,
                FailPoint.RECORD_ACKNOWLEDGED)) {
            at(run, worker, point);
        }
        at(run, run.pipeline().projector(), FailPoint.FOLD_COMMITTED);
        at(run, run.pipeline().projector(), FailPoint.OUTBOX_PUBLISHED);
    }
}
