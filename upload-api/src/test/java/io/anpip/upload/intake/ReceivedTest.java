package io.anpip.upload.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.StoredChunk;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedTest {

    private static final ChunkPlan PLAN = new ChunkPlan(25, 10, 3);

    private static StoredChunk chunk(int number, long size) {
        return new StoredChunk(number, size, "etag");
    }

    @Test
    void nothingIsThereAtFirst() {
        assertThat(Received.of(PLAN, List.of(), List.of()).offset()).isZero();
    }

    @Test
    void chunksCountFromTheFirstWithoutAGap() {
        Received received = Received.of(PLAN, List.of(chunk(3, 5), chunk(1, 10)), List.of());

        assertThat(received.offset()).isEqualTo(10);
        assertThat(received.nextChunk()).isEqualTo(2);
        assertThat(received.isComplete()).isFalse();
    }

    @Test
    void theBeginningOfTheNextChunkCountsAndThatOfAnotherDoesNot() {
        assertThat(Received.of(PLAN, List.of(chunk(1, 10)), List.of(chunk(1, 4), chunk(2, 7)))
                        .offset())
                .isEqualTo(17);
        assertThat(Received.of(PLAN, List.of(chunk(1, 10)), List.of(chunk(3, 4)))
                        .offset())
                .isEqualTo(10);
    }

    @Test
    void aChunkOfTheWrongSizeIsNotThere() {
        assertThat(Received.of(PLAN, List.of(chunk(1, 9), chunk(2, 10)), List.of())
                        .offset())
                .isZero();
    }

    @Test
    void theWholeFileIsThereWithItsShorterLastChunk() {
        Received received = Received.of(PLAN, List.of(chunk(1, 10), chunk(2, 10), chunk(3, 5)), List.of());

        assertThat(received.isComplete()).isTrue();
        assertThat(received.offset()).isEqualTo(25);
        assertThat(received).isEqualTo(Received.all(PLAN));
    }

    @Test
    void aFileWithoutBytesIsCompleteWithItsOneChunk() {
        ChunkPlan empty = new ChunkPlan(0, 10, 1);

        assertThat(Received.of(empty, List.of(), List.of()).isComplete()).isFalse();
        assertThat(Received.of(empty, List.of(chunk(1, 0)), List.of()).isComplete())
                .isTrue();
    }
}
