package io.anpip.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.Sniffed.Recognised;
import io.anpip.media.Sniffed.Refused;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MP4      | 00000018 667479706d703432 00000000 69736f6d", // ftyp mp42
                "MP4      | 00000014 6674797071742020 00000200", // ftyp qt
                "MP4      | 00000018 6674797033677034 00000000", // ftyp 3gp4
                "MP4      | 0001ff12 6d6f6f76 0000006c 6d766864", // moov first, as old QuickTime
                "MP4      | 00000008 77696465 00ffffff 6d646174", // wide, then mdat
                "MATROSKA | 1a45dfa3 01000000 00000023 42868101",
                "AVI      | 52494646 10270000 41564920 4c495354",
                "WAV      | 52494646 10270000 57415645 666d7420",
                "WAV      | 52463634 ffffffff 57415645 64733634",
                "MPEG_PS  | 000001ba 44000400 0401",
                "FLV      | 464c5601 05000000 09000000 00",
                "OGG      | 4f676753 00020000 00000000",
                "ASF      | 3026b275 8e66cf11 a6d900aa 0062ce6c 00",
                "MXF      | 060e2b34 02050101 0d010201 01020400",
                "FLAC     | 664c6143 00000022",
                "MP3      | 49443304 00000000 00237453 53450000",
                "FLAC     | 49443304 00000000 0004 00000000 664c6143 00000022"
            })
    void recognisesAContainerByItsSignature(ContainerFormat expected, String hex) {
        assertThat(sniff(bytes(hex))).isEqualTo(new Recognised(expected));
    }

    @Test
    void recognisesATransportStreamByItsSyncBytes() {
        byte[] packets = new byte[188 * 6];
        byte[] stampedPackets = new byte[192 * 6];
        for (int i = 0; i < 6; i++) {
            packets[188 * i] = 0x47;
            stampedPackets[192 * i + 4] = 0x47;
        }
        assertThat(sniff(packets)).isEqualTo(new Recognised(ContainerFormat.MPEG_TS));
        assertThat(sniff(stampedPackets)).isEqualTo(new Recognised(ContainerFormat.MPEG_TS));

        packets[188 * 3] = 0x46;
        assertThat(sniff(packets)).isInstanceOf(Refused.class);
    }

    @Test
    void recognisesBareAudioFramesByTwoHeadersInARow() {
        byte[] mp3 = new byte[417 + 417];
        byte[] header = bytes("fffb9064"); // MPEG-1 layer 3, 128 kbit/s, 44.1 kHz: 417 bytes
        System.arraycopy(header, 0, mp3, 0, 4);
        System.arraycopy(header, 0, mp3, 417, 4);
        assertThat(sniff(mp3)).isEqualTo(new Recognised(ContainerFormat.MP3));

        byte[] adts = new byte[200];
        byte[] adtsHeader = bytes("fff15080 0c9ffc"); // frame length 100
        System.arraycopy(adtsHeader, 0, adts, 0, 7);
        System.arraycopy(adtsHeader, 0, adts, 100, 7);
        assertThat(sniff(adts)).isEqualTo(new Recognised(ContainerFormat.AAC));

        assertThat(sniff(Arrays.copyOf(mp3, 300))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(ContainerFormat.sniff(new byte[0], 0))
                .isEqualTo(new Refused("The file is empty: it has no bytes at all."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an HLS playlist | '#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:6,\nhttp://127.0.0.1/secret.ts\n'",
                "an HLS playlist | '\uFEFF  #EXTM3U\n'",
                "an ffconcat script | 'ffconcat version 1.0\nfile secret.mp4\n'",
                "a playlist | '[playlist]\nFile1=http://127.0.0.1/\n'",
                "a session description | 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 5004 RTP/AVP 96\n'",
                "a DASH manifest | '<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"/>'",
                "an XML document | '<?xml version=\"1.0\"?><smil/>'",
                "an SVG picture | '<svg xmlns=\"http://www.w3.org/2000/svg\"/>'",
                "a web page | '<!DOCTYPE html><html>'",
                "a subtitle file | '[Script Info]\nTitle: x\n'",
                "a subtitle file | 'WEBVTT\n\n'",
                "a subtitle file | '1\n00:00:01,000 --> 00:00:02,000\nHello\n'",
                "a text file | 'Dear diary, today I made a video.'",
            })
    void refusesTextAndSaysWhichKind(String kind, String text) {
        assertThat(sentence(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .contains("it is " + kind);
    }

    @Test
    void refusesTextInOtherEncodings() {
        assertThat(sentence("\uFEFF#EXTM3U\nhttp://127.0.0.1/\n".getBytes(UTF_16LE)))
                .contains("an HLS playlist");
        assertThat(sentence("Geschichten aus der Sch\u00f6nau und anderswo".getBytes(ISO_8859_1)))
                .contains("a text file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a JPEG picture | ffd8ffe0 00104a46 4946",
                "a PNG picture | 89504e47 0d0a1a0a 0000000d",
                "a GIF picture | 47494638 39610100",
                "a WebP picture | 52494646 24000000 57454250 56503820",
                "a BMP picture | 424d3600 00000000 00003600 00002800 0000",
                "a TIFF | 49492a00 08000000",
                "a HEIC, AVIF | 00000018 66747970 68656963 00000000",
                "a HEIC, AVIF | 0000001c 66747970 61766966 00000000",
                "a PDF document | 25504446 2d312e37 0a",
                "a ZIP archive | 504b0304 14000000",
                "a RIFF file | 52494646 24000000 524d4944",
                "an AIFF sound | 464f524d 00000000 41494646",
            })
    void refusesOtherBinaryFilesByName(String kind, String hex) {
        assertThat(sentence(bytes(hex))).startsWith("The file is not a video: it is " + kind);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(sentence(new byte[4096])).contains("nothing but zeros");
        assertThat(sentence(bytes("deadbeef 00112233 44556677"))).contains("not a video in a known format");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 11})
    void copesWithFilesShorterThanASignature(int length) {
        assertThat(sniff(Arrays.copyOf(bytes("00000018 667479706d703432"), length)))
                .isInstanceOfAny(Recognised.class, Refused.class);
    }

    private static Sniffed sniff(byte[] head) {
        return ContainerFormat.sniff(head, head.length);
    }

    private static String sentence(byte[] head) {
        return sniff(head) instanceof Refused(String sentence) ? sentence : "recognised";
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
