package io.anpip.validator.bmff;

import io.anpip.validator.bmff.VideoCodec.Av1;
import io.anpip.validator.bmff.VideoCodec.Avc;
import io.anpip.validator.bmff.VideoCodec.Hevc;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Reads avcC, hvcC and av1C, and makes the codecs string of each (RFC 6381; ISO/IEC 14496-15, Annex E; AV1 in ISOBMFF, 5). */
final class VideoCodecReader {

    private VideoCodecReader() {}

    record Described(VideoCodec codec, Optional<Integer> transfer) {}

    static Described read(ByteBuffer file, Box entry, int ownFields) throws Malformed {
        return switch (entry.type()) {
            case "avc1", "avc3" ->
                avc(entry.type(), entry.child(file, "avcC", ownFields).fields(file));
            case "hvc1", "hev1" ->
                new Described(
                        hevc(entry.type(), entry.child(file, "hvcC", ownFields).fields(file)), Optional.empty());
            default -> new Described(av1(entry.child(file, "av1C", ownFields).fields(file)), Optional.empty());
        };
    }

    private static Described avc(String type, ByteBuffer config) throws Malformed {
        byte[] profile = new byte[3];
        config.get(1, profile);
        String codecs = type + "." + HexFormat.of().withUpperCase().formatHex(profile);
        int lengthSize = (config.get(4) & 3) + 1;
        Optional<AvcParameters> parameters = Optional.empty();
        if ((config.get(5) & 0x1F) > 0) {
            byte[] nal = new byte[Short.toUnsignedInt(config.getShort(6))];
            config.get(8, nal);
            parameters = Optional.of(AvcParameters.read(nal));
        }
        Avc codec = new Avc(
                codecs,
                parameters.map(AvcParameters::progressive).orElse(true),
                Byte.toUnsignedInt(profile[0]),
                Byte.toUnsignedInt(profile[2]),
                lengthSize);
        return new Described(codec, parameters.flatMap(AvcParameters::transfer));
    }

    private static Hevc hevc(String type, ByteBuffer config) {
        int general = config.get(1);
        int space = (general >> 6) & 3;
        char tier = (general & 0x20) == 0 ? 'L' : 'H';
        int profile = general & 0x1F;
        int compatibility = Integer.reverse(config.getInt(2));
        StringBuilder codecs = new StringBuilder(type).append('.');
        codecs.append(space == 0 ? "" : String.valueOf((char) ('A' + space - 1)));
        codecs.append(profile)
                .append('.')
                .append(Integer.toHexString(compatibility).toUpperCase(Locale.ROOT));
        codecs.append('.').append(tier).append(Byte.toUnsignedInt(config.get(12)));
        int last = 11;
        while (last >= 6 && config.get(last) == 0) {
            last--;
        }
        for (int index = 6; index <= last; index++) {
            codecs.append('.')
                    .append(Integer.toHexString(Byte.toUnsignedInt(config.get(index)))
                            .toUpperCase(Locale.ROOT));
        }
        // The first two constraint flags: progressive_source, interlaced_source.
        boolean interlaced = (config.get(6) & 0x40) != 0 && (config.get(6) & 0x80) == 0;
        return new Hevc(codecs.toString(), !interlaced, (config.get(21) & 3) + 1);
    }

    private static Av1 av1(ByteBuffer config) {
        int profile = (config.get(1) >> 5) & 7;
        int level = config.get(1) & 0x1F;
        int flags = Byte.toUnsignedInt(config.get(2));
        char tier = (flags & 0x80) == 0 ? 'M' : 'H';
        boolean high = (flags & 0x40) != 0;
        boolean twelve = (flags & 0x20) != 0;
        int depth = high ? twelve && profile == 2 ? 12 : 10 : 8;
        return new Av1(String.format(Locale.ROOT, "av01.%d.%02d%c.%02d", profile, level, tier, depth));
    }
}
