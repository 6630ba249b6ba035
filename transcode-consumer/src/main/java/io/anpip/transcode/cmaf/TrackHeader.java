package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * What the moov box says of the one track of a file.
 *
 * @param timescale ticks per second
 * @param codecs RFC 6381 codecs string
 * @param defaultDuration ticks of a sample that does not say otherwise
 * @param defaultSize bytes of a sample that does not say otherwise
 * @param defaultFlags flags of a sample that does not say otherwise
 */
record TrackHeader(int timescale, String codecs, int defaultDuration, int defaultSize, int defaultFlags) {

    private static final int VISUAL_ENTRY_FIELDS = 78;
    private static final int AUDIO_ENTRY_FIELDS = 28;
    private static final int AAC_OBJECT_TYPE = 0x40;

    static TrackHeader read(ByteBuffer bytes, List<Box> boxes) throws Malformed {
        Box moov = boxes.stream()
                .filter(box -> box.type() == Box.MOOV)
                .findFirst()
                .orElseThrow(() -> new Malformed("the box moov is missing"));
        List<Box> tracks =
                moov.children(bytes, 0).stream().filter(box -> box.is("trak")).toList();
        if (tracks.size() != 1) {
            throw new Malformed("it has " + tracks.size() + " tracks in place of one");
        }
        Box media = tracks.getFirst().child(bytes, "mdia");
        Box mdhd = media.child(bytes, "mdhd");
        int timescale = bytes.getInt(mdhd.content() + (bytes.get(mdhd.content()) == 1 ? 20 : 12));
        Box stsd = media.child(bytes, "minf").child(bytes, "stbl").child(bytes, "stsd");
        List<Box> entries = stsd.children(bytes, 8);
        if (entries.size() != 1) {
            throw new Malformed("it has " + entries.size() + " sample descriptions in place of one");
        }
        Box trex = moov.child(bytes, "mvex").child(bytes, "trex");
        return new TrackHeader(
                timescale,
                codecs(bytes, entries.getFirst()),
                bytes.getInt(trex.content() + 12),
                bytes.getInt(trex.content() + 16),
                bytes.getInt(trex.content() + 20));
    }

    private static String codecs(ByteBuffer bytes, Box entry) throws Malformed {
        if (entry.is("avc1")) {
            Box avcC = entry.child(bytes, "avcC", VISUAL_ENTRY_FIELDS);
            byte[] profile = new byte[3];
            bytes.get(avcC.content() + 1, profile);
            return "avc1." + HexFormat.of().withUpperCase().formatHex(profile);
        }
        if (entry.is("mp4a")) {
            return "mp4a.40." + audioObjectType(bytes, entry.child(bytes, "esds", AUDIO_ENTRY_FIELDS));
        }
        throw new Malformed("it is neither H.264 nor AAC");
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
