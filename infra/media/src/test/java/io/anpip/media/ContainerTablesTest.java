package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTablesTest {

    private static final List<String> CODECS = List.of("-c:v", "mpeg4", "-c:a", "aac");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"MP4, v.mp4, 2", "MP4, v.mov, 2", "MATROSKA, v.mkv, 2", "MPEG_TS, v.ts, 0", "ASF, v.wmv, 0"})
    void anOrdinaryFileIsNotEncrypted(ContainerFormat format, String name, int tracks) throws IOException {
        Path file = SampleMedia.make(folder.resolve(name), SampleMedia.picturesAndTone(1, 25), CODECS);

        assertThat(ContainerTables.of(format, ByteSource.of(file))).isEqualTo(new ContainerTables(tracks, 0, false));
    }

    @Test
    void commonEncryptionIsSeen() throws IOException {
        Path file = SampleMedia.make(
                folder.resolve("encrypted.mp4"),
                SampleMedia.picturesAndTone(1, 25),
                CODECS,
                List.of("-encryption_scheme", "cenc-aes-ctr"),
                List.of("-encryption_key", "76a6c65c5ea762046bd749a2e632ccbb"),
                List.of("-encryption_kid", "a7e61c373e219033c21091fa607bf3b8"));

        assertThat(ContainerTables.of(ContainerFormat.MP4, ByteSource.of(file)).encrypted())
                .isTrue();
    }

    @Test
    void anEncryptedMatroskaTrackIsSeen() throws IOException {
        byte[] encryption = element("6d80", element("6240", element("5035", element("47e1", new byte[] {5}))));
        byte[] tracks = element("1654ae6b", element("ae", element("d7", new byte[] {1})), element("ae", encryption));

        assertThat(tables(matroska(tracks))).isEqualTo(new ContainerTables(2, 0, true));
    }

    @Test
    void aMillionTracksOrChaptersAreNotCountedToTheEnd() throws IOException {
        byte[][] million = Collections.nCopies(1_000_000, element("ae", element("d7", new byte[] {1})))
                .toArray(byte[][]::new);
        assertThat(tables(matroska(element("1654ae6b", million))).tracks()).isEqualTo(ContainerTables.MOST_COUNTED);

        byte[][] chapters = Collections.nCopies(1_000_000, element("b6", element("91", new byte[] {1})))
                .toArray(byte[][]::new);
        assertThat(tables(matroska(element("1043a770", element("45b9", chapters))))
                        .chapters())
                .isEqualTo(ContainerTables.MOST_COUNTED);

        byte[][] boxes = Collections.nCopies(1_000_000, box("trak")).toArray(byte[][]::new);
        assertThat(ContainerTables.of(ContainerFormat.MP4, ByteSource.of(box("moov", boxes)))
                        .tracks())
                .isEqualTo(ContainerTables.MOST_COUNTED);
    }

    @Test
    void aProtectedWindowsMediaFileIsSeen() throws IOException {
        String header = "3026b2758e66cf11a6d900aa0062ce6c" + "4800000000000000" + "01000000" + "0102"
                + "fbb3112223bdd211b4b700a0c955fc6e" + "2a00000000000000" + "00".repeat(18);

        assertThat(ContainerTables.of(
                                ContainerFormat.ASF,
                                ByteSource.of(HexFormat.of().parseHex(header)))
                        .encrypted())
                .isTrue();
    }

    @Test
    void aScrambledTransportStreamIsSeen() throws IOException {
        byte[] packets = Files.readAllBytes(SampleMedia.make(
                folder.resolve("clear.ts"), SampleMedia.pictures(1, 25), List.of("-c:v", "mpeg2video")));
        for (int packet = 188 * 3; packet < packets.length; packet += 188) {
            packets[packet + 3] |= (byte) 0x80;
        }

        assertThat(ContainerTables.of(ContainerFormat.MPEG_TS, ByteSource.of(packets))
                        .encrypted())
                .isTrue();
    }

    @Test
    void tablesThatMakeNoSenseSayNothing() throws IOException {
        byte[] nonsense = HexFormat.of().parseHex("0000000874726b61" + "ffffffffffffffff".repeat(4));
        for (ContainerFormat format : ContainerFormat.values()) {
            assertThat(ContainerTables.of(format, ByteSource.of(nonsense))).isEqualTo(new ContainerTables(0, 0, false));
        }
    }

    @Test
    void boxesThatStandInEachOtherWithoutEndAreNotFollowed() throws IOException {
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 2_000; depth++) {
            nested = box("trak", nested);
        }

        assertThat(ContainerTables.of(ContainerFormat.MP4, ByteSource.of(box("moov", nested))))
                .isEqualTo(new ContainerTables(1, 0, false));
    }

    private static ContainerTables tables(byte[] matroska) throws IOException {
        return ContainerTables.of(ContainerFormat.MATROSKA, ByteSource.of(matroska));
    }

    private static byte[] matroska(byte[] inSegment) {
        return joined(
                element("1a45dfa3", element("4282", "matroska".getBytes(StandardCharsets.US_ASCII))),
                element("18538067", inSegment, element("1f43b675", new byte[4])));
    }

    private static byte[] element(String id, byte[]... content) {
        byte[] inside = joined(content);
        byte[] head = HexFormat.of().parseHex(id);
        return joined(
                head, ByteBuffer.allocate(4).putInt(0x10000000 | inside.length).array(), inside);
    }

    private static byte[] box(String type, byte[]... content) {
        byte[] inside = joined(content);
        return joined(
                ByteBuffer.allocate(4).putInt(inside.length + 8).array(),
                type.getBytes(StandardCharsets.ISO_8859_1),
                inside);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
