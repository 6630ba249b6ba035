package io.anpip.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileChunkTest {
    private static final List<FileChunk> CHUNKS = FileChunk.of(25, 10, 3);

    @Test
    void theLastChunkIsWhatIsLeft() {
        assertThat(CHUNKS).containsExactly(new FileChunk(1, 0, 10), new FileChunk(2, 10, 10), new FileChunk(3, 20, 5));
    }

    @Test
    void anEmptyFileHasTheEmptyChunksTheApiAsksFor() {
        assertThat(FileChunk.of(0, 10, 1)).containsExactly(new FileChunk(1, 0, 0));
        assertThat(FileChunk.of(0, 10, 0)).isEmpty();
    }

    @Test
    void largeFilesDoNotOverflow() {
        long gibibyte = 1L << 30;

        assertThat(FileChunk.of(5 * gibibyte, gibibyte, 5).getLast())
                .isEqualTo(new FileChunk(5, 4 * gibibyte, gibibyte));
    }

    @Test
    void onlyWhatIsNotStoredWithItsSizeIsMissing() {
        assertThat(FileChunk.missing(CHUNKS, Map.of(1, 10L, 2, 7L))).containsExactly(CHUNKS.get(1), CHUNKS.get(2));
        assertThat(FileChunk.missing(CHUNKS, Map.of(1, 10L, 2, 10L, 3, 5L))).isEmpty();
    }
}
