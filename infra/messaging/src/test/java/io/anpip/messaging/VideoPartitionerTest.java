package io.anpip.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.VideoId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoPartitionerTest {

    private static final VideoId VIDEO = new VideoId(UUID.fromString("0192f0c4-7b1e-7c3a-9d4e-5f6a7b8c9d0e"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8, 12, 24, 25, 48})
    void partsOfAVideoVisitEveryPartition(int partitions) {
        Set<Integer> visited = parts(partitions, partitions).stream().collect(Collectors.toSet());

        assertThat(visited).hasSize(partitions).allMatch(partition -> partition >= 0 && partition < partitions);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 12, 24, 48})
    void consecutivePartsAreForTwoWorkersWithContiguousRanges(int partitions) {
        List<Integer> parts = parts(partitions, partitions);

        long first = parts.stream()
                .limit(4)
                .filter(partition -> partition < partitions / 2)
                .count();
        assertThat(first)
                .as("of four consecutive parts, those in the first half")
                .isBetween(1L, 3L);
    }

    @Test
    void aPlainKeyKeepsItsPartition() {
        assertThat(VideoPartitioner.partition(VIDEO.toString(), 12))
                .isEqualTo(VideoPartitioner.partition(VIDEO.toString(), 12))
                .isBetween(0, 11);
    }

    private static List<Integer> parts(int count, int partitions) {
        return IntStream.range(0, count)
                .mapToObj(part -> VideoPartitioner.partition(VideoPartitioner.workKey(VIDEO, part), partitions))
                .toList();
    }
}
