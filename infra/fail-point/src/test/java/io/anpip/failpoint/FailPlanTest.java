package io.anpip.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailPlanTest {

    private final AtomicInteger deaths = new AtomicInteger();

    private FailPlan plan(String text) {
        return FailPlan.parse(text, deaths::incrementAndGet);
    }

    @Test
    void nothingIsSetUnlessAsked() {
        assertThat(plan("").isEmpty()).isTrue();
    }

    @Test
    void killsAtTheNamedTimeAndOnlyThen() {
        FailPlan plan = plan("BEFORE_MARKER=kill@2");
        plan.reach(FailPoint.BEFORE_MARKER);
        plan.reach(FailPoint.AFTER_MARKER);
        assertThat(deaths).hasValue(0);
        plan.reach(FailPoint.BEFORE_MARKER);
        assertThat(deaths).hasValue(1);
        plan.reach(FailPoint.BEFORE_MARKER);
        assertThat(deaths).hasValue(1);
    }

    @Test
    void failsWithAnExceptionOfItsOwn() {
        FailPlan plan = plan("AFTER_MARKER=kill@9, OBJECT_STORED=fail");
        assertThatThrownBy(() -> plan.reach(FailPoint.OBJECT_STORED)).isInstanceOf(FailPointReached.class);
    }

    @Test
    void dropsEachPieceOfWorkOnce() {
        FailPlan plan = plan("WORK_RECEIVED=drop");
        assertThat(plan.drops(FailPoint.WORK_RECEIVED, "one")).isTrue();
        assertThat(plan.drops(FailPoint.WORK_RECEIVED, "one")).isFalse();
        assertThat(plan.drops(FailPoint.WORK_RECEIVED, "other")).isTrue();
        assertThat(plan.drops(FailPoint.RECORD_TAKEN, "one")).isFalse();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> plan("BEFORE_MARKER")).hasMessageContaining("PLACE=kill");
        assertThatThrownBy(() -> plan("NOWHERE=kill")).isInstanceOf(IllegalArgumentException.class);
    }
}
