package io.anpip.transcode.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.EventCodec;
import io.anpip.transcode.Sources;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.TaskMarker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DamageOverAllTest {

    /** 1000 frames in three chunks. */
    private static final EncodingPlan PLAN = Sources.plan(Sources.probe(40, Optional.of(Sources.video(640, 360, 40))));

    @Test
    void aChunkThatIsHalfLostIsNoReasonWhileTheVideoIsNot() {
        assertThat(DamageOverAll.objection(PLAN, List.of(marker(0), marker(49)), 0.95))
                .isEmpty();
    }

    @Test
    void chunksAddUpAndTheVideoEndsBeforeTheLastOne() {
        assertThat(DamageOverAll.objection(PLAN, List.of(marker(30), marker(30)), 0.95))
                .contains("The file is damaged: only 94.0 % of its pictures can be decoded, and more than 95.0 % is"
                        + " needed.");
    }

    @Test
    void aMarkerOfBeforeSaysNothingOfDamage() {
        byte[] json =
                "{\"task\":\"chunk-0\",\"attemptPrefix\":\"a/\",\"renditions\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventCodec.<TaskMarker>decodeDocument(TaskMarker.class, json).orElseThrow())
                .isEqualTo(new TaskMarker("chunk-0", "a/", List.of(), Optional.empty()));
    }

    private static TaskMarker marker(double damaged) {
        return new TaskMarker("chunk", "attempt/", List.of(), damaged > 0 ? Optional.of(damaged) : Optional.empty());
    }
}
