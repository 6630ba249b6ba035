package io.anpip.media;

import io.anpip.media.Sniffed.Recognised;
import io.anpip.media.Sniffed.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the signature at the start of a file. Pure: bytes in, verdict out.
 *
 * <p>Order: fixed signatures first, because they are sure; then text, so that a playlist can never be taken for audio
 * with a weak sync word; then formats known by a repeated sync only.
 */
final class FileSignature {

    private static final Set<String> PICTURE_BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "avif", "avis", "crx ",
            "jp2 ", "jpx ", "jxl ");

    private static final Set<String> MP4_FIRST_BOXES =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx", "uuid");

    private static final List<Prefix> REFUSED_PREFIXES = List.of(
            new Prefix("ffd8ff", "a JPEG picture"),
            new Prefix("89504e470d0a1a0a", "a PNG picture"),
            new Prefix("474946383761", "a GIF picture"),
            new Prefix("474946383961", "a GIF picture"),
            new Prefix("49492a00", "a TIFF or camera raw picture"),
            new Prefix("4d4d002a", "a TIFF or camera raw picture"),
            new Prefix("49492b00", "a TIFF picture"),
            new Prefix("0000000c6a502020", "a JPEG 2000 picture"),
            new Prefix("0000000c4a584c20", "a JPEG XL picture"),
            new Prefix("38425053", "a Photoshop picture"),
            new Prefix("255044462d", "a PDF document"),
            new Prefix("504b0304", "a ZIP archive or an office document"),
            new Prefix("504b0506", "an empty ZIP archive"),
            new Prefix("526172211a07", "a RAR archive"),
            new Prefix("377abcaf271c", "a 7-Zip archive"),
            new Prefix("1f8b08", "a gzip archive"),
            new Prefix("fd377a585a00", "an xz archive"),
            new Prefix("28b52ffd", "a Zstandard archive"),
            new Prefix("425a68", "a bzip2 archive"),
            new Prefix("d0cf11e0a1b11ae1", "an office document"),
            new Prefix("7f454c46", "a program"),
            new Prefix("4d5a9000", "a program"),
            new Prefix("53514c69746520666f726d6174", "a database"),
            new Prefix("2e524d46", "a RealMedia file, which is not supported"),
            new Prefix("63616666", "a CAF sound file, which is not supported"),
            new Prefix("2321414d52", "an AMR sound file, which is not supported"),
            new Prefix("4d546864", "a MIDI file"));

    private final byte[] head;
    private final long size;

    FileSignature(byte[] head, long size) {
        this.head = head;
        this.size = size;
    }

    Sniffed recognise() {
        if (size == 0 || head.length == 0) {
            return new Refused("The file is empty: it has no bytes at all.");
        }
        return container()
                .<Sniffed>map(Recognised::new)
                .or(this::refusedBinary)
                .or(() -> TextSignature.of(head).map(Refused::new))
                .or(() -> synced().map(Recognised::new))
                .orElseGet(() -> new Refused(
                        allZero()
                                ? "The file starts with nothing but zeros: it is damaged, or was never written in full."
                                : "The file is not a video in a known format, or its beginning is damaged."));
    }

    private Optional<ContainerFormat> container() {
        if (MP4_FIRST_BOXES.contains(ascii(4, 4)) && !isPictureBrand()) {
            return Optional.of(ContainerFormat.MP4);
        }
        String riffForm = ascii(8, 4);
        return switch (ascii(0, 4)) {
            case "RIFF" ->
                switch (riffForm) {
                    case "AVI ", "AVIX" -> Optional.of(ContainerFormat.AVI);
                    case "WAVE" -> Optional.of(ContainerFormat.WAV);
                    default -> Optional.empty();
                };
            case "RF64", "BW64" -> riffForm.equals("WAVE") ? Optional.of(ContainerFormat.WAV) : Optional.empty();
            case "OggS" -> Optional.of(ContainerFormat.OGG);
            case "fLaC" -> Optional.of(ContainerFormat.FLAC);
            default -> {
                if (startsWith("1a45dfa3")) {
                    yield Optional.of(ContainerFormat.MATROSKA);
                } else if (startsWith("000001ba")) {
                    yield Optional.of(ContainerFormat.MPEG_PS);
                } else if (startsWith("3026b2758e66cf11a6d900aa0062ce6c")) {
                    yield Optional.of(ContainerFormat.ASF);
                } else if (startsWith("060e2b34020501010d010201")) {
                    yield Optional.of(ContainerFormat.MXF);
                } else if (startsWith("464c5601")) {
                    yield Optional.of(ContainerFormat.FLV);
                } else if (startsWith("494433") && unsigned(3) < 0xff && unsigned(4) < 0xff) {
                    yield Optional.of(behindId3Tag());
                } else {
                    yield Optional.empty();
                }
            }
        };
    }

    private boolean isPictureBrand() {
        return ascii(4, 4).equals("ftyp") && PICTURE_BRANDS.contains(ascii(8, 4));
    }

    private Optional<Sniffed> refusedBinary() {
        Optional<String> what = REFUSED_PREFIXES.stream()
                .filter(prefix -> startsWith(prefix.hex()))
                .map(Prefix::what)
                .findFirst();
        if (isPictureBrand()) {
            what = Optional.of("a HEIC, AVIF or camera picture");
        } else if (ascii(0, 4).equals("RIFF")) {
            what = Optional.of(ascii(8, 4).equals("WEBP") ? "a WebP picture" : "a RIFF file without a video");
        } else if (ascii(0, 4).equals("FORM") && ascii(8, 3).equals("AIF")) {
            what = Optional.of("an AIFF sound file, which is not supported");
        } else if (ascii(0, 2).equals("BM") && unsigned(6) == 0 && unsigned(7) == 0 && unsigned(14) < 125) {
            what = Optional.of("a BMP picture");
        } else if (ascii(257, 5).equals("ustar")) {
            what = Optional.of("a tar archive");
        }
        return what.map(kind -> new Refused("The file is not a video: it is " + kind + "."));
    }

    /** Formats without a signature, known by a sync word that comes again at the right distance. */
    private Optional<ContainerFormat> synced() {
        if (isTransportStream(0, 188) || isTransportStream(4, 192)) {
            return Optional.of(ContainerFormat.MPEG_TS);
        } else if (AudioFrames.adtsAt(head, 0)) {
            return Optional.of(ContainerFormat.AAC);
        } else if (AudioFrames.mpegAudioAt(head, 0)) {
            return Optional.of(ContainerFormat.MP3);
        }
        return Optional.empty();
    }

    private boolean isTransportStream(int first, int distance) {
        int packets = 0;
        for (int at = first; at < head.length; at += distance) {
            if (head[at] != 0x47) {
                return false;
            }
            packets++;
        }
        return packets >= 3;
    }

    /** An ID3 tag nearly always precedes MP3; some writers put one before FLAC or AAC too. */
    private ContainerFormat behindId3Tag() {
        int length = unsigned(6) << 21 | unsigned(7) << 14 | unsigned(8) << 7 | unsigned(9);
        int at = 10 + length;
        if (ascii(at, 4).equals("fLaC")) {
            return ContainerFormat.FLAC;
        }
        return AudioFrames.adtsAt(head, at) ? ContainerFormat.AAC : ContainerFormat.MP3;
    }

    private boolean allZero() {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(String hex) {
        byte[] wanted = HexFormat.of().parseHex(hex);
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int unsigned(int at) {
        return at < head.length ? head[at] & 0xff : 0;
    }

    private String ascii(int at, int length) {
        return at < 0 || at + length > head.length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
    }

    private record Prefix(String hex, String what) {}
}
