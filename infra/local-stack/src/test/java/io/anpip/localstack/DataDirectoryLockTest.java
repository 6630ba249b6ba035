package io.anpip.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.AlreadyRunning;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
    private final Path data;

    DataDirectoryLockTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void aSecondHolderInThisJvmLearnsThatItIsThisJvm() {
        // Given
        try (DataDirectoryLock _ = DataDirectoryLock.acquire(data)) {

            // When
            var second = assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> DataDirectoryLock.acquire(data));

            // Then
            second.satisfies(thrown -> assertThat(thrown.failure())
                    .isEqualTo(new AlreadyRunning(data, ProcessHandle.current().pid())));
        }
        assertThat(DataDirectoryLock.holder(data)).isEmpty();
    }

    @Test
    void aLockHeldByAnotherJvmIsNamedByItsPidAndEndsWithThatJvm() throws Exception {
        // Given
        AnotherJvm holder = AnotherJvm.run(Hold.class, data.toString());
        holder.awaitLine("held");
        assertThat(DataDirectoryLock.holder(data)).contains(holder.pid());
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> DataDirectoryLock.acquire(data))
                .withMessageContaining("process " + holder.pid());

        // When
        holder.kill();

        // Then
        DataDirectoryLock.acquire(data).close();
    }

    @Test
    void askingWhoHoldsItDoesNotLoosenIt() throws Exception {
        // Given
        try (DataDirectoryLock _ = DataDirectoryLock.acquire(data)) {
            assertThat(DataDirectoryLock.holder(data))
                    .contains(ProcessHandle.current().pid());

            // When
            AnotherJvm other = AnotherJvm.run(Ask.class, data.toString());

            // Then
            other.awaitLine("held by " + ProcessHandle.current().pid());
            other.kill();
        }
    }

    /** Takes the lock and stays. */
    static final class Hold {
        private Hold() {}

        public static void main(String[] arguments) throws Exception {
            try (DataDirectoryLock _ = DataDirectoryLock.acquire(Path.of(arguments[0]))) {
                System.out.println("held");
                Thread.currentThread().join();
            }
        }
    }

    /** Says who has the lock. */
    static final class Ask {
        private Ask() {}

        public static void main(String[] arguments) {
            System.out.println(
                    "held by " + DataDirectoryLock.holder(Path.of(arguments[0])).orElse(0L));
        }
    }
}
