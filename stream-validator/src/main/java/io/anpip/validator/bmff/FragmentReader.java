package io.anpip.validator.bmff;

import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.bmff.SampleEntry.Video;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Walks along the samples of one movie fragment. */
final class FragmentReader {

    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int SAMPLE_DESCRIPTION_INDEX = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int DEFAULT_FLAGS = 0x20;
    private static final int DEFAULT_BASE_IS_MOOF = 0x020000;

    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_SAMPLE_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_SIZE = 0x200;
    private static final int SAMPLE_FLAGS = 0x400;
    private static final int SAMPLE_COMPOSITION = 0x800;

    private static final int NON_SYNC = 0x10000;

    private final ByteBuffer file;
    private final Track track;
    private final Box moof;
    private final Box mdat;

    private final List<Integer> trackIds = new ArrayList<>();
    private final List<Long> syncTicks = new ArrayList<>();
    private int decodeTimes;
    private long decodeTicks;
    private boolean countsFromMoof = true;
    private boolean dataInside = true;
    private int samples;
    private long durationTicks;
    private long lastSample;
    private long shortest = Long.MAX_VALUE;
    private long longest;
    private long presentation = Long.MAX_VALUE;
    private long position;
    private long firstStart = -1;
    private long firstEnd = -1;
    private boolean firstIsSync;

    FragmentReader(ByteBuffer file, Track track, Box moof, Box mdat) {
        this.file = file;
        this.track = track;
        this.moof = moof;
        this.mdat = mdat;
    }

    Fragment read() throws Malformed {
        long sequence =
                Integer.toUnsignedLong(moof.child(file, "mfhd").fields(file).getInt(4));
        for (Box traf : moof.all(file, "traf")) {
            readTrack(traf);
        }
        if (samples == 0) {
            throw new Malformed("the fragment at byte " + moof.offset() + " has no samples");
        }
        return new Fragment(
                moof.offset(),
                firstEnd,
                sequence,
                trackIds,
                decodeTimes,
                decodeTicks,
                countsFromMoof,
                dataInside,
                samples,
                durationTicks,
                samples > 1 ? shortest : lastSample,
                samples > 1 ? longest : lastSample,
                presentation,
                firstIsSync,
                firstPicture(),
                syncTicks);
    }

    private void readTrack(Box traf) throws Malformed {
        ByteBuffer tfhd = traf.child(file, "tfhd").fields(file);
        int present = tfhd.getInt() & 0xFFFFFF;
        trackIds.add(tfhd.getInt());
        boolean explicitBase = (present & BASE_DATA_OFFSET) != 0;
        countsFromMoof &= !explicitBase && (present & DEFAULT_BASE_IS_MOOF) != 0;
        long base = explicitBase ? tfhd.getLong() : moof.offset();
        if ((present & SAMPLE_DESCRIPTION_INDEX) != 0) {
            tfhd.getInt();
        }
        int duration = (present & DEFAULT_DURATION) != 0
                ? tfhd.getInt()
                : track.defaults().duration();
        int size =
                (present & DEFAULT_SIZE) != 0 ? tfhd.getInt() : track.defaults().size();
        int flags = (present & DEFAULT_FLAGS) != 0
                ? tfhd.getInt()
                : track.defaults().flags();
        for (Box tfdt : traf.all(file, "tfdt")) {
            ByteBuffer fields = tfdt.fields(file);
            if (decodeTimes++ == 0) {
                decodeTicks = fields.get(0) == 1 ? fields.getLong(4) : Integer.toUnsignedLong(fields.getInt(4));
            }
        }
        position = base;
        for (Box trun : traf.all(file, "trun")) {
            readRun(trun.fields(file), base, duration, size, flags);
        }
    }

    private void readRun(ByteBuffer trun, long base, int duration, int size, int flags) throws Malformed {
        boolean signed = trun.get(0) == 1;
        int present = trun.getInt() & 0xFFFFFF;
        int count = trun.getInt();
        if (count < 0 || count > file.limit()) {
            throw new Malformed("a track run claims " + Integer.toUnsignedString(count) + " samples");
        }
        if ((present & DATA_OFFSET) != 0) {
            position = base + trun.getInt();
        }
        int first = (present & FIRST_SAMPLE_FLAGS) != 0 ? trun.getInt() : flags;
        for (int index = 0; index < count; index++) {
            long ownDuration = Integer.toUnsignedLong((present & SAMPLE_DURATION) != 0 ? trun.getInt() : duration);
            long ownSize = Integer.toUnsignedLong((present & SAMPLE_SIZE) != 0 ? trun.getInt() : size);
            int usual = index == 0 ? first : flags;
            int ownFlags = (present & SAMPLE_FLAGS) != 0 ? trun.getInt() : usual;
            int raw = (present & SAMPLE_COMPOSITION) != 0 ? trun.getInt() : 0;
            sample(ownDuration, ownSize, (ownFlags & NON_SYNC) == 0, signed ? raw : Integer.toUnsignedLong(raw));
        }
    }

    private void sample(long duration, long size, boolean sync, long composition) {
        if (samples > 0) {
            shortest = Math.min(shortest, lastSample);
            longest = Math.max(longest, lastSample);
        } else {
            firstIsSync = sync;
            firstStart = position;
            firstEnd = position + size;
        }
        long time = decodeTicks + durationTicks;
        if (sync && (samples == 0 || track.entry() instanceof Video)) {
            syncTicks.add(time);
        }
        presentation = Math.min(presentation, time + composition);
        dataInside &= position >= mdat.content() && position + size <= mdat.end();
        position += size;
        durationTicks += duration;
        lastSample = duration;
        samples++;
    }

    private FirstPicture firstPicture() {
        if (track.entry() instanceof Video video && firstStart >= 0 && firstEnd <= file.limit()) {
            return FirstPicture.of(file.slice((int) firstStart, (int) (firstEnd - firstStart)), video.codec());
        }
        return FirstPicture.UNKNOWN;
    }
}
