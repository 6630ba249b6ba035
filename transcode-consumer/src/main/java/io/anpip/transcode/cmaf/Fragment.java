package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One movie fragment to write: a moof box and the mdat box of its samples.
 *
 * @param sequenceNumber number of the fragment over the whole track, from 1
 * @param decodeTicks when its first sample is decoded, in ticks of the track
 * @param sampleTicks length of every sample
 * @param samples its samples; the first is a sync sample, and decode times count from it
 * @param allSync whether every sample is a sync sample, as in audio
 */
record Fragment(int sequenceNumber, long decodeTicks, int sampleTicks, List<Sample> samples, boolean allSync) {

    private static final int TFHD_FLAGS = 0x020000 | 0x8 | 0x20;
    private static final int SYNC = 0x02000000;
    private static final int NON_SYNC = 0x01010000;

    private static final int FIXED_SIZE = 8 + 16 + 8 + 24 + 20 + 20;

    /** Bytes of the moof box and of the header of the mdat box. */
    int headerSize() {
        return FIXED_SIZE + (allSync ? 4 * samples.size() : 4 + 8 * samples.size()) + 8;
    }

    /** All its bytes. */
    long size() {
        return headerSize() + dataSize();
    }

    private long dataSize() {
        return samples.stream().mapToLong(Sample::size).sum();
    }

    /** Appends the fragment to a segment, taking the samples out of the file they are in. */
    void write(ByteBuffer source, ByteBuffer target) {
        int headerSize = headerSize();
        int trunSize = headerSize - 8 - (8 + 16 + 8 + 24 + 20);
        box(target, headerSize - 8, "moof");
        box(target, 16, "mfhd").putInt(0).putInt(sequenceNumber);
        box(target, headerSize - 8 - 8 - 16, "traf");
        box(target, 24, "tfhd").putInt(TFHD_FLAGS).putInt(1).putInt(sampleTicks).putInt(allSync ? SYNC : NON_SYNC);
        box(target, 20, "tfdt").putInt(1 << 24).putLong(decodeTicks);
        box(target, trunSize, "trun");
        if (allSync) {
            target.putInt(0x1 | 0x200).putInt(samples.size()).putInt(headerSize);
        } else {
            target.putInt(0x1 | 0x4 | 0x200 | 0x800)
                    .putInt(samples.size())
                    .putInt(headerSize)
                    .putInt(SYNC);
        }
        for (Sample sample : samples) {
            target.putInt(sample.size());
            if (!allSync) {
                target.putInt(sample.compositionOffset());
            }
        }
        box(target, Math.toIntExact(8 + dataSize()), "mdat");
        for (Sample sample : samples) {
            target.put(source.slice(Math.toIntExact(sample.offset()), sample.size()));
        }
    }

    private static ByteBuffer box(ByteBuffer target, int size, String type) {
        return target.putInt(size).put(type.getBytes(StandardCharsets.US_ASCII));
    }
}
