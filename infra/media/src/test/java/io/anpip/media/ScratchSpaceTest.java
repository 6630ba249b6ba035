package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.media.ScratchSpace.Reservation.DiskTooFull;
import io.anpip.media.ScratchSpace.Reservation.Granted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchSpaceTest {

    private final Path root;

    ScratchSpaceTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void aDirectoryGoesWithItsContent() throws IOException {
        try (ScratchSpace space = ScratchSpace.open(root, 0)) {
            ScratchDirectory first = granted(space.reserve(1000));
            ScratchDirectory second = granted(space.reserve(1000));
            assertThat(first.path()).isNotEqualTo(second.path()).isDirectory();

            Files.createDirectories(first.file("a/b"));
            Files.writeString(first.file("a/b/segment.m4s"), "x");
            Path elsewhere = Files.writeString(root.resolve("elsewhere"), "stays");
            Files.createSymbolicLink(first.file("link"), elsewhere);
            first.close();
            first.close();

            assertThat(first.path()).doesNotExist();
            assertThat(second.path()).isDirectory();
            assertThat(elsewhere).exists();
        }
        try (var left = Files.list(root)) {
            assertThat(left).containsExactly(root.resolve("elsewhere"));
        }
    }

    @Test
    void saysWhenTheDiskIsTooFull() throws IOException {
        try (ScratchSpace space = ScratchSpace.open(root, 0)) {
            assertThat(space.reserve(Long.MAX_VALUE / 2))
                    .isInstanceOfSatisfying(
                            DiskTooFull.class,
                            full -> assertThat(full.sentence()).contains("too full", "anpip.scratch.directory"));
        }
    }

    @Test
    void promisedRoomIsNotPromisedTwice() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        long most = free / 3 * 2;
        try (ScratchSpace space = ScratchSpace.open(root, 0)) {
            ScratchDirectory first = granted(space.reserve(most));
            assertThat(space.reserve(most)).isInstanceOf(DiskTooFull.class);
            first.close();
            assertThat(space.reserve(most)).isInstanceOf(Granted.class);
        }
    }

    @Test
    void removesWhatADeadProcessLeftAndNothingThatIsInUse() throws IOException {
        Files.createFile(root.resolve("worker-dead.lock"));
        Files.createDirectories(root.resolve("worker-dead/task-1"));
        Files.writeString(root.resolve("worker-dead/task-1/frames"), "x");
        try (ScratchSpace living = ScratchSpace.open(root, 0)) {
            ScratchDirectory used = granted(living.reserve(1));
            try (ScratchSpace other = ScratchSpace.open(root, 0)) {
                assertThat(granted(other.reserve(1)).path()).isDirectory();
            }
            assertThat(root.resolve("worker-dead")).doesNotExist();
            assertThat(root.resolve("worker-dead.lock")).doesNotExist();
            assertThat(used.path()).isDirectory();
        }
    }

    @Test
    void noNameLeadsOutOfTheDirectory() throws IOException {
        try (ScratchSpace space = ScratchSpace.open(root, 0)) {
            ScratchDirectory directory = granted(space.reserve(1));
            assertThatThrownBy(() -> directory.file("../x")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> directory.file("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ScratchDirectory granted(ScratchSpace.Reservation reservation) {
        assertThat(reservation).isInstanceOf(Granted.class);
        return ((Granted) reservation).directory();
    }
}
