package io.anpip.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class DeadLetterUnlessStoppingTest {

    @Test
    void aRecordThatNoWorkerTookAnyMoreIsReadAgain() {
        assertThat(DeadLetterUnlessStopping.isStop(new RejectedExecutionException("shut down")))
                .isTrue();
        assertThat(DeadLetterUnlessStopping.isStop(
                        new CompletionException(new RejectedExecutionException("shut down"))))
                .isTrue();
    }

    @Test
    void aRecordWhoseRetryWasInterruptedIsReadAgain() {
        assertThat(DeadLetterUnlessStopping.isStop(new GivenUp("Stopped", new InterruptedException())))
                .isTrue();
    }

    @Test
    void aRecordThatWasGivenUpIsADeadLetter() {
        assertThat(DeadLetterUnlessStopping.isStop(new GivenUp("Not an event"))).isFalse();
        assertThat(DeadLetterUnlessStopping.isStop(new GivenUp("Refused", new IllegalStateException())))
                .isFalse();
    }
}
