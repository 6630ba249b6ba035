package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the sample description of an H.264 track says (ISO/IEC 14496-15, 5.3.3), and what its samples are in the light of it.
 *
 * @param profile profile_idc, such as 100 for High
 * @param level ten times the level, such as 31
 * @param lengthSize bytes of the length in front of every NAL unit
 * @param parameterSets the sequence and picture parameter sets
 */
record AvcConfiguration(int profile, int level, int lengthSize, Set<ByteBuffer> parameterSets) {

    private static final int VISUAL_ENTRY_FIELDS = 78;
    private static final int TYPE = 0x1F;
    private static final int SLICE = 1;
    private static final int LAST_PARTITION = 4;
    private static final int IDR_SLICE = 5;
    private static final Set<Integer> PARAMETER_SETS = Set.of(7, 8);

    AvcConfiguration {
        parameterSets = Set.copyOf(parameterSets);
    }

    /** Reads the one sample description of a track. */
    static AvcConfiguration read(ByteBuffer file) throws Malformed {
        Box entry = sampleEntry(file);
        if (!entry.is("avc1")) {
            throw new Malformed("it is not H.264 with its parameter sets in front");
        }
        Box avcC = entry.child(file, "avcC", VISUAL_ENTRY_FIELDS);
        ByteBuffer fields = file.slice(avcC.content(), avcC.end() - avcC.content());
        int profile = fields.get(1) & 0xFF;
        int level = fields.get(3) & 0xFF;
        int lengthSize = (fields.get(4) & 3) + 1;
        Set<ByteBuffer> sets = new HashSet<>();
        fields.position(5);
        readSets(fields, fields.get() & 0x1F, sets);
        readSets(fields, fields.get() & 0xFF, sets);
        return new AvcConfiguration(profile, level, lengthSize, sets);
    }

    /** Whether decoding can begin with a sample, whatever came before: its picture is an IDR picture. */
    boolean isRandomAccess(ByteBuffer file, Sample sample) throws Malformed {
        boolean idr = false;
        for (ByteBuffer unit : units(file, sample)) {
            int type = unit.get(unit.position()) & TYPE;
            if (type >= SLICE && type <= LAST_PARTITION) {
                return false;
            }
            idr |= type == IDR_SLICE;
        }
        return idr;
    }

    /** Whether a sample brings parameter sets that the sample description does not have: a decoder could not begin after it. */
    boolean changesParameters(ByteBuffer file, Sample sample) throws Malformed {
        for (ByteBuffer unit : units(file, sample)) {
            if (PARAMETER_SETS.contains(unit.get(unit.position()) & TYPE) && !parameterSets.contains(unit)) {
                return true;
            }
        }
        return false;
    }

    private List<ByteBuffer> units(ByteBuffer file, Sample sample) throws Malformed {
        List<ByteBuffer> units = new java.util.ArrayList<>();
        int position = Math.toIntExact(sample.offset());
        int end = position + sample.size();
        while (position < end) {
            if (end - position <= lengthSize) {
                throw new Malformed("a NAL unit is cut off");
            }
            long length = 0;
            for (int digit = 0; digit < lengthSize; digit++) {
                length = length << 8 | (file.get(position++) & 0xFF);
            }
            if (length == 0 || length > end - position) {
                throw new Malformed("a NAL unit is longer than its sample");
            }
            units.add(file.slice(position, (int) length));
            position += (int) length;
        }
        return units;
    }

    private static void readSets(ByteBuffer fields, int count, Set<ByteBuffer> sets) throws Malformed {
        for (int set = 0; set < count; set++) {
            int length = fields.getShort() & 0xFFFF;
            if (length > fields.remaining()) {
                throw new Malformed("a parameter set is cut off");
            }
            sets.add(fields.slice(fields.position(), length));
            fields.position(fields.position() + length);
        }
    }

    private static Box sampleEntry(ByteBuffer file) throws Malformed {
        for (Box box : Box.between(file, 0, file.limit())) {
            if (box.type() == Box.MOOV) {
                return box.child(file, "trak")
                        .child(file, "mdia")
                        .child(file, "minf")
                        .child(file, "stbl")
                        .child(file, "stsd")
                        .children(file, 8)
                        .getFirst();
            }
        }
        throw new Malformed("the box moov is missing");
    }
}
