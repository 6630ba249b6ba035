package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/** Writes the RFC 6381 codecs string of a sample entry, from the configuration that a decoder is given. */
final class CodecsString {

    private static final int VISUAL_ENTRY_FIELDS = 78;
    private static final int AUDIO_ENTRY_FIELDS = 28;
    private static final int AAC_OBJECT_TYPE = 0x40;

    private CodecsString() {}

    static String of(ByteBuffer bytes, Box entry) throws Malformed {
        if (entry.is("avc1")) {
            return h264(bytes, entry.child(bytes, "avcC", VISUAL_ENTRY_FIELDS));
        }
        if (entry.is("hvc1")) {
            return hevc(bytes, entry.child(bytes, "hvcC", VISUAL_ENTRY_FIELDS));
        }
        if (entry.is("av01")) {
            return av1(bytes, entry.child(bytes, "av1C", VISUAL_ENTRY_FIELDS));
        }
        if (entry.is("mp4a")) {
            return "mp4a.40." + audioObjectType(bytes, entry.child(bytes, "esds", AUDIO_ENTRY_FIELDS));
        }
        throw new Malformed("it is neither H.264, HEVC, AV1 nor AAC");
    }

    private static String h264(ByteBuffer bytes, Box avcC) {
        byte[] profile = new byte[3];
        bytes.get(avcC.content() + 1, profile);
        return "avc1." + HexFormat.of().withUpperCase().formatHex(profile);
    }

    /**
     * ISO/IEC 14496-15, annex E.3: profile space and profile, compatibility flags in reverse order of bits, tier and level, and the six bytes
     * of constraints up to the last that is not zero, such as "hvc1.1.6.L93.B0".
     */
    private static String hevc(ByteBuffer bytes, Box hvcC) {
        int profile = bytes.get(hvcC.content() + 1);
        int space = (profile >> 6) & 0x3;
        StringBuilder text = new StringBuilder("hvc1.");
        if (space > 0) {
            text.append((char) ('A' + space - 1));
        }
        text.append(profile & 0x1F).append('.');
        text.append(Integer.toHexString(Integer.reverse(bytes.getInt(hvcC.content() + 2)))
                .toUpperCase(Locale.ROOT));
        text.append('.').append((profile & 0x20) == 0 ? 'L' : 'H').append(bytes.get(hvcC.content() + 12) & 0xFF);
        byte[] constraints = new byte[6];
        bytes.get(hvcC.content() + 6, constraints);
        int used = constraints.length;
        while (used > 0 && constraints[used - 1] == 0) {
            used--;
        }
        for (int index = 0; index < used; index++) {
            text.append('.')
                    .append(Integer.toHexString(constraints[index] & 0xFF).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** The AV1 binding to ISO base media files, section 5: profile, level and tier, and bit depth; what follows has its default values here. */
    private static String av1(ByteBuffer bytes, Box av1C) {
        int profileAndLevel = bytes.get(av1C.content() + 1) & 0xFF;
        int flags = bytes.get(av1C.content() + 2) & 0xFF;
        boolean highDepth = (flags & 0x40) != 0;
        boolean twelveBits = (flags & 0x20) != 0;
        return String.format(
                Locale.ROOT,
                "av01.%d.%02d%s.%02d",
                profileAndLevel >> 5,
                profileAndLevel & 0x1F,
                (flags & 0x80) == 0 ? "M" : "H",
                highDepth ? (twelveBits ? 12 : 10) : 8);
    }

    /** Walks the descriptors of ISO/IEC 14496-1 down to the AudioSpecificConfig; its first five bits are the object type. */
    private static int audioObjectType(ByteBuffer bytes, Box esds) throws Malformed {
        ByteBuffer fields = bytes.slice(esds.content() + 4, esds.end() - esds.content() - 4);
        while (fields.remaining() > 2) {
            int tag = fields.get();
            int length = 0;
            int next;
            do {
                next = fields.get();
                length = (length << 7) | (next & 0x7F);
            } while ((next & 0x80) != 0);
            switch (tag) {
                case 3 -> fields.position(fields.position() + 3);
                case 4 -> {
                    if (fields.get(fields.position()) != AAC_OBJECT_TYPE) {
                        throw new Malformed("its sound is not AAC");
                    }
                    fields.position(fields.position() + 13);
                }
                case 5 -> {
                    return (fields.get() & 0xFF) >> 3;
                }
                default -> fields.position(fields.position() + length);
            }
        }
        throw new Malformed("its AAC configuration is missing");
    }
}
