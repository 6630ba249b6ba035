package io.anpip.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkRulesTest {

    private static final long MIB = 1024L * 1024;
    private static final long GIB = 1024 * MIB;
    private static final ChunkRules RULES = new ChunkRules(8 * MIB);

    @ParameterizedTest(name = "{0} bytes are {2} chunks of {1}")
    @CsvSource({
        "0, 8388608, 1",
        "1, 8388608, 1",
        "8388608, 8388608, 1",
        "8388609, 8388608, 2",
        "2147483648, 8388608, 256",
        "75497472000, 8388608, 9000",
        "75497472001, 9437184, 8001",
        "274877906944, 31457280, 8739",
    })
    void cutsByThePreferredSizeUntilThereWouldBeTooMany(long size, long chunkSize, int count) {
        assertThat(RULES.planFor(size)).isEqualTo(new ChunkPlan(size, chunkSize, count));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 100 * MIB + 7, 3 * GIB, 300 * GIB, 1024 * GIB + 1})
    void chunksAddUpToTheFileAndKeepTheLimitsOfTheStore(long size) {
        ChunkPlan plan = RULES.planFor(size);
        long sum = LongStream.rangeClosed(1, plan.chunkCount())
                .map(number -> plan.sizeOf((int) number))
                .sum();
        assertThat(sum).isEqualTo(size);
        assertThat(plan.chunkCount()).isBetween(1, ChunkRules.MAX_COUNT);
        assertThat(plan.chunkSizeBytes()).isGreaterThanOrEqualTo(ChunkRules.MIN_BYTES);
        assertThat(plan.chunkSizeBytes() % MIB).isZero();
    }

    @Test
    void chunksSmallerThanTheStoreCanJoinAreRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChunkRules(4 * MIB))
                .withMessageContaining("anpip.upload.chunk-size")
                .withMessageContaining("5 MiB");
    }

    @Test
    void numbersBeginAtOneAndEndAtTheCount() {
        ChunkPlan plan = RULES.planFor(20 * MIB);
        assertThat(plan.has(0)).isFalse();
        assertThat(plan.has(1)).isTrue();
        assertThat(plan.has(3)).isTrue();
        assertThat(plan.has(4)).isFalse();
    }
}
