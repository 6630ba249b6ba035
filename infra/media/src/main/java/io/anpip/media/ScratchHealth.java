package io.anpip.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the scratch disk has room for a task. A restart would not make any, so it is no matter of liveness. */
@Readiness
@ApplicationScoped
public class ScratchHealth implements HealthCheck {

    private final ScratchSpace scratch;

    public ScratchHealth(ScratchSpace scratch) {
        this.scratch = scratch;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("scratch");
        try {
            long room = scratch.roomBytes();
            return room > 0
                    ? response.up().build()
                    : response.down()
                            .withData(
                                    "reason",
                                    "The scratch disk is too full; free some space or set anpip.scratch.directory")
                            .build();
        } catch (IOException unusable) {
            return response.down()
                    .withData("reason", "The scratch directory can't be used; see anpip.scratch.directory")
                    .build();
        }
    }
}
