package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.ContainerCheck.Intact;
import io.anpip.media.ContainerCheck.Malformed;
import io.anpip.media.ContainerCheck.Truncated;
import io.anpip.media.ContainerCheck.WithoutMediaData;
import io.anpip.media.ContainerCheck.WithoutMoov;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerCheckTest {

    @Test
    void aFileWithIndexAndMediaDataIsIntact() throws IOException {
        assertThat(check(join(box("ftyp", 16), box("moov", 200), box("mdat", 5000))))
                .isEqualTo(new Intact(true, false));
        assertThat(check(join(box("ftyp", 16), box("free", 0), box("mdat", 5000), box("moov", 200))))
                .isEqualTo(new Intact(false, false));
        assertThat(check(join(box("ftyp", 16), box("moov", 200), box("moof", 50), box("mdat", 50))))
                .isEqualTo(new Intact(true, true));
    }

    @Test
    void readsLongBoxesAndBoxesToTheEndOfTheFile() throws IOException {
        byte[] longMdat = ByteBuffer.allocate(16 + 100)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(116)
                .array();
        byte[] openMdat = ByteBuffer.allocate(8 + 100)
                .putInt(0)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .array();
        assertThat(check(join(box("moov", 20), longMdat))).isEqualTo(new Intact(true, false));
        assertThat(check(join(box("moov", 20), openMdat))).isEqualTo(new Intact(true, false));
    }

    @Test
    void aBoxThatEndsPastTheFileIsTruncated() throws IOException {
        byte[] whole = join(box("ftyp", 16), box("moov", 200), box("mdat", 5000));
        ContainerCheck verdict = check(Arrays.copyOf(whole, 3000));

        assertThat(verdict).isInstanceOf(Truncated.class);
        assertThat(verdict.complaint())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("'mdat'", "byte " + whole.length, "only 3000 bytes")
                        .endsWith("."));
        assertThat(check(Arrays.copyOf(whole, 100))).isInstanceOf(Truncated.class);
    }

    @Test
    void aFileWithoutIndexIsRefused() throws IOException {
        assertThat(check(join(box("ftyp", 16), box("mdat", 500)))).isInstanceOf(WithoutMoov.class);
    }

    @Test
    void aFileWithOnlyAMoovIsRefused() throws IOException {
        assertThat(check(join(box("ftyp", 16), box("moov", 500)))).isInstanceOf(WithoutMediaData.class);
        assertThat(check(join(box("ftyp", 16), box("moov", 500), box("mdat", 0))))
                .isInstanceOf(WithoutMediaData.class);
    }

    @Test
    void bytesBehindTheLastBoxDoNoHarm() throws IOException {
        assertThat(check(join(box("moov", 20), box("mdat", 100), new byte[5]))).isInstanceOf(Intact.class);
        assertThat(check(join(box("moov", 20), box("mdat", 100), new byte[500])))
                .isInstanceOf(Intact.class);
    }

    @Test
    void garbageIsMalformed() throws IOException {
        assertThat(check(join(box("ftyp", 16), new byte[500]))).isInstanceOf(Malformed.class);
        assertThat(check(box("ftyp", 16))).isInstanceOf(Malformed.class);
        assertThat(check(new byte[3])).isInstanceOf(Malformed.class);
    }

    @Test
    void aBoxOfNonsensicalLengthEndsTheWalk() throws IOException {
        byte[] tooShort = ByteBuffer.allocate(40)
                .putInt(5)
                .put("moov".getBytes(StandardCharsets.US_ASCII))
                .array();
        byte[] negative = ByteBuffer.allocate(40)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(-8)
                .array();
        byte[] huge = ByteBuffer.allocate(40)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(Long.MAX_VALUE)
                .array();
        assertThat(check(tooShort)).isInstanceOf(Malformed.class);
        assertThat(check(negative)).isInstanceOf(Malformed.class);
        assertThat(check(join(box("ftyp", 8), huge))).isInstanceOf(Truncated.class);
    }

    @Test
    void readsOnlyHeaders() throws IOException {
        byte[] file = join(box("ftyp", 16), box("moov", 200_000), box("mdat", 5_000_000));
        List<Integer> reads = new ArrayList<>();
        ByteSource counting = new ByteSource() {
            @Override
            public long size() {
                return file.length;
            }

            @Override
            public byte[] read(long offset, int length) throws IOException {
                reads.add(length);
                return ByteSource.of(file).read(offset, length);
            }
        };
        assertThat(ContainerCheck.ofMp4(counting)).isInstanceOf(Intact.class);
        assertThat(reads).containsExactly(16, 16, 16);
    }

    private static ContainerCheck check(byte[] file) throws IOException {
        return ContainerCheck.ofMp4(ByteSource.of(file));
    }

    private static byte[] box(String type, int payload) {
        return ByteBuffer.allocate(8 + payload)
                .putInt(8 + payload)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
