package io.anpip.transcode.cmaf;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A fragmented MP4 file with one track, as FFmpeg wrote it.
 *
 * @param bytes the file, mapped
 * @param track what its moov box says
 * @param samples its samples in decoding order
 */
record FragmentedFile(ByteBuffer bytes, TrackHeader track, List<Sample> samples) {

    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int SAMPLE_DESCRIPTION_INDEX = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int DEFAULT_FLAGS = 0x20;

    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_SAMPLE_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_SIZE = 0x200;
    private static final int SAMPLE_FLAGS = 0x400;
    private static final int SAMPLE_COMPOSITION = 0x800;

    private static final int NON_SYNC = 0x10000;

    static FragmentedFile read(Path path) throws IOException, Malformed {
        if (Files.size(path) > Integer.MAX_VALUE) {
            throw new Malformed("the file is larger than 2 GiB");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    static FragmentedFile read(ByteBuffer bytes) throws Malformed {
        try {
            List<Box> boxes = Box.between(bytes, 0, bytes.limit());
            TrackHeader track = TrackHeader.read(bytes, boxes);
            List<Sample> samples = new ArrayList<>();
            for (Box box : boxes) {
                if (box.type() == Box.MOOF) {
                    readFragment(bytes, box, track, samples);
                }
            }
            return new FragmentedFile(bytes, track, List.copyOf(samples));
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            throw new Malformed("a box is cut off");
        }
    }

    private static void readFragment(ByteBuffer bytes, Box moof, TrackHeader track, List<Sample> samples)
            throws Malformed {
        for (Box traf : moof.children(bytes, 0)) {
            if (traf.is("traf")) {
                readTrackFragment(bytes, moof, traf, track, samples);
            }
        }
    }

    private static void readTrackFragment(ByteBuffer bytes, Box moof, Box traf, TrackHeader track, List<Sample> samples)
            throws Malformed {
        Defaults defaults = Defaults.read(bytes, moof, traf.child(bytes, "tfhd"), track);
        Box tfdt = traf.child(bytes, "tfdt");
        boolean wide = bytes.get(tfdt.content()) == 1;
        long decodeTicks =
                wide ? bytes.getLong(tfdt.content() + 4) : Integer.toUnsignedLong(bytes.getInt(tfdt.content() + 4));
        long dataOffset = defaults.dataOffset();
        for (Box box : traf.children(bytes, 0)) {
            if (box.is("trun")) {
                Run run = new Run(decodeTicks, dataOffset);
                run.read(bytes, box, defaults, samples);
                decodeTicks = run.decodeTicks;
                dataOffset = run.dataOffset;
            }
        }
    }

    /** What holds for the samples of a track fragment that do not say otherwise. */
    private record Defaults(long dataOffset, int duration, int size, int flags) {

        static Defaults read(ByteBuffer bytes, Box moof, Box tfhd, TrackHeader track) {
            ByteBuffer fields = fields(bytes, tfhd);
            int present = fields.getInt() & 0xFFFFFF;
            fields.getInt();
            long dataOffset = (present & BASE_DATA_OFFSET) != 0 ? fields.getLong() : moof.offset();
            if ((present & SAMPLE_DESCRIPTION_INDEX) != 0) {
                fields.getInt();
            }
            int duration = (present & DEFAULT_DURATION) != 0 ? fields.getInt() : track.defaultDuration();
            int size = (present & DEFAULT_SIZE) != 0 ? fields.getInt() : track.defaultSize();
            int flags = (present & DEFAULT_FLAGS) != 0 ? fields.getInt() : track.defaultFlags();
            return new Defaults(dataOffset, duration, size, flags);
        }
    }

    /** Walks along the samples of a track run. */
    private static final class Run {

        private long decodeTicks;
        private long dataOffset;

        Run(long decodeTicks, long dataOffset) {
            this.decodeTicks = decodeTicks;
            this.dataOffset = dataOffset;
        }

        void read(ByteBuffer bytes, Box trun, Defaults defaults, List<Sample> samples) throws Malformed {
            ByteBuffer fields = fields(bytes, trun);
            int present = fields.getInt() & 0xFFFFFF;
            int count = fields.getInt();
            if (count < 0 || count > bytes.limit()) {
                throw new Malformed("a track run is longer than the file");
            }
            if ((present & DATA_OFFSET) != 0) {
                dataOffset = defaults.dataOffset() + fields.getInt();
            }
            int firstFlags = (present & FIRST_SAMPLE_FLAGS) != 0 ? fields.getInt() : defaults.flags();
            for (int index = 0; index < count; index++) {
                int duration = (present & SAMPLE_DURATION) != 0 ? fields.getInt() : defaults.duration();
                int size = (present & SAMPLE_SIZE) != 0 ? fields.getInt() : defaults.size();
                int otherFlags = index == 0 ? firstFlags : defaults.flags();
                int flags = (present & SAMPLE_FLAGS) != 0 ? fields.getInt() : otherFlags;
                int composition = (present & SAMPLE_COMPOSITION) != 0 ? fields.getInt() : 0;
                if (size < 0 || duration < 0 || dataOffset < 0 || dataOffset + size > bytes.limit()) {
                    throw new Malformed("a sample lies outside of the file");
                }
                samples.add(new Sample(dataOffset, size, decodeTicks, composition, (flags & NON_SYNC) == 0));
                decodeTicks += duration;
                dataOffset += size;
            }
        }
    }

    private static ByteBuffer fields(ByteBuffer bytes, Box box) {
        return bytes.slice(box.content(), box.end() - box.content());
    }
}
