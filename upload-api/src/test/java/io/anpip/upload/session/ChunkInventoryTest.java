package io.anpip.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkInventoryTest {

    private static final long MIB = 1024L * 1024;
    private static final ChunkPlan PLAN = new ChunkPlan(20 * MIB, 8 * MIB, 3);
    private static final StoredChunk FIRST = new StoredChunk(1, 8 * MIB, "a");
    private static final StoredChunk SECOND = new StoredChunk(2, 8 * MIB, "b");
    private static final StoredChunk LAST = new StoredChunk(3, 4 * MIB, "c");

    @Test
    void isCompleteInWhateverOrderTheStoreListsTheChunks() {
        ChunkInventory inventory = ChunkInventory.of(PLAN, List.of(LAST, FIRST, SECOND));
        assertThat(inventory.isComplete()).isTrue();
        assertThat(inventory.right()).containsExactly(FIRST, SECOND, LAST);
    }

    @Test
    void namesWhatIsMissing() {
        ChunkInventory inventory = ChunkInventory.of(PLAN, List.of(SECOND));
        assertThat(inventory.isComplete()).isFalse();
        assertThat(inventory.missing()).containsExactly(1, 3);
        assertThat(inventory.wrongSized()).isEmpty();
    }

    @Test
    void namesWhatHasTheWrongSizeWithBothSizes() {
        ChunkInventory inventory = ChunkInventory.of(PLAN, List.of(FIRST, new StoredChunk(2, 7, "x"), LAST));
        assertThat(inventory.isComplete()).isFalse();
        assertThat(inventory.missing()).isEmpty();
        assertThat(inventory.wrongSized()).containsExactly(new WrongSizedChunk(2, 8 * MIB, 7));
    }

    @Test
    void passesOverWhatIsNotInThePlan() {
        ChunkInventory inventory = ChunkInventory.of(
                PLAN, List.of(FIRST, SECOND, LAST, new StoredChunk(4, 1, "d"), new StoredChunk(0, 1, "e")));
        assertThat(inventory.isComplete()).isTrue();
        assertThat(inventory.right()).hasSize(3);
    }

    @Test
    void anEmptyFileIsCompleteWithItsOneEmptyChunk() {
        ChunkPlan empty = new ChunkPlan(0, 8 * MIB, 1);
        assertThat(ChunkInventory.of(empty, List.of()).missing()).containsExactly(1);
        assertThat(ChunkInventory.of(empty, List.of(new StoredChunk(1, 0, "e"))).isComplete())
                .isTrue();
    }
}
