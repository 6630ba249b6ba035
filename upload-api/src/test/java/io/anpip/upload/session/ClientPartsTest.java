package io.anpip.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClientPartsTest {

    private static final long FIVE_MIB = 5L << 20;

    @Test
    void evenPartsAreAPlanWhateverTheirOrder() {
        ChunkPlan plan = parts(3).planOf(List.of(stored(3, 7), stored(1, FIVE_MIB), stored(2, FIVE_MIB)));

        assertThat(plan).isEqualTo(new ChunkPlan(2 * FIVE_MIB + 7, FIVE_MIB, 3));
    }

    @Test
    void onePartMayBeOfAnySize() {
        assertThat(parts(1).planOf(List.of(stored(1, 3)))).isEqualTo(new ChunkPlan(3, 3, 1));
        assertThat(parts(1).planOf(List.of(stored(1, 0)))).isEqualTo(new ChunkPlan(0, 1, 1));
    }

    @Test
    void whatIsNotNamedCountsForNothing() {
        assertThat(parts(1).planOf(List.of(stored(1, 3), stored(2, 9)))).isEqualTo(new ChunkPlan(3, 3, 1));
    }

    @Test
    void whatIsNotThereOrNotTheOneThatIsMeantIsMissing() {
        assertRefused(
                () -> new ClientParts(Map.of(1, "etag-1", 3, "another"))
                        .planOf(List.of(stored(1, FIVE_MIB), stored(2, FIVE_MIB), stored(3, 1))),
                new Refusal.UploadIncomplete(List.of(2, 3), List.of()));
    }

    @Test
    void unevenPartsAreRefused() {
        Refusal uneven = new Refusal.UnevenParts(FIVE_MIB);
        assertRefused(() -> parts(2).planOf(List.of(stored(1, FIVE_MIB - 1), stored(2, 1))), uneven);
        assertRefused(() -> parts(2).planOf(List.of(stored(1, FIVE_MIB), stored(2, FIVE_MIB + 1))), uneven);
        assertRefused(
                () -> parts(3).planOf(List.of(stored(1, FIVE_MIB), stored(2, FIVE_MIB + 1), stored(3, 1))), uneven);
    }

    private static void assertRefused(ThrowingCallable call, Refusal refusal) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static ClientParts parts(int count) {
        return new ClientParts(IntStream.rangeClosed(1, count)
                .boxed()
                .collect(Collectors.toMap(number -> number, number -> "etag-" + number)));
    }

    private static StoredChunk stored(int number, long size) {
        return new StoredChunk(number, size, "etag-" + number);
    }
}
