package io.anpip.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anpip.schemas.VideoId;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send as text: numbers of chunks and checksums; and the keys, which never hold such text. */
class ClientTextTest {

    private static final ChunkPlan PLAN = new ChunkPlan(100, 8 * 1024 * 1024, 1);
    private static final ChunkPlan MANY = new ChunkPlan(8L * 1024 * 1024 * 10_000, 8 * 1024 * 1024, 10_000);
    private static final VideoId ID = VideoId.of("01920000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "01", "1.0", " 1", "1e3", "99999999999", "", "one", "../1"})
    void numbersThatAreNoneOfTheUploadAreRefused(String sent) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ChunkNumber.parse(sent, PLAN))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.NoSuchChunk(sent, 1));
    }

    @Test
    void theFirstAndTheLastNumberAreRead() {
        assertThat(ChunkNumber.parse("1", MANY)).isEqualTo(1);
        assertThat(ChunkNumber.parse("10000", MANY)).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "not base64!", "AAAA"})
    void checksumsOfAnotherShapeAreRefused(String sent) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Checksum.sha256(sent))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.MalformedChecksum());
    }

    @Test
    void aChecksumOf32BytesIsRead() {
        byte[] digest = new byte[32];
        digest[7] = 7;
        assertThat(Checksum.sha256(Base64.getEncoder().encodeToString(digest))).isEqualTo(digest);
    }

    @Test
    void keysSortInTheOrderOfChunksAndGiveTheirNumberBack() {
        assertThat(ChunkKey.of(ID, 9)).isLessThan(ChunkKey.of(ID, 10)).endsWith("/chunks/00009");
        assertThat(ChunkKey.numberIn(ChunkKey.of(ID, 10_000))).hasValue(10_000);
        assertThat(ChunkKey.numberIn(ChunkKey.listOf(ID))).isEmpty();
        assertThat(ChunkKey.listOf(ID)).startsWith(ChunkKey.prefixOf(ID));
    }
}
