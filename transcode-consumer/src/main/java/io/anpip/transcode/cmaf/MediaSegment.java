package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A media segment of a CMAF track. Its bytes are put together when asked for, out of the mapped file, so that a long track
 * needs no memory of its own size; the file may be deleted meanwhile, but must not be cut short.
 */
public final class MediaSegment {

    private static final int STYP_SIZE = 24;

    private final int number;
    private final ByteBuffer source;
    private final List<Fragment> fragments;

    MediaSegment(int number, ByteBuffer source, List<Fragment> fragments) {
        this.number = number;
        this.source = source;
        this.fragments = List.copyOf(fragments);
    }

    /** Number of the segment over the whole video, from 1. */
    public int number() {
        return number;
    }

    /** Its length in ticks of the track. */
    public long durationTicks() {
        return fragments.stream()
                .mapToLong(fragment -> (long) fragment.samples().size() * fragment.sampleTicks())
                .sum();
    }

    /** Frames in it. */
    public int sampleCount() {
        return fragments.stream()
                .mapToInt(fragment -> fragment.samples().size())
                .sum();
    }

    /** Its size in bytes. */
    public long sizeBytes() {
        return STYP_SIZE + fragments.stream().mapToLong(Fragment::size).sum();
    }

    /** Its key frames; empty for audio. */
    public List<IFrameRange> iFrames() {
        List<IFrameRange> ranges = new ArrayList<>();
        long offset = STYP_SIZE;
        for (Fragment fragment : fragments) {
            if (!fragment.allSync()) {
                ranges.add(new IFrameRange(
                        offset,
                        fragment.headerSize() + fragment.samples().getFirst().size(),
                        fragment.decodeTicks(),
                        (long) fragment.samples().size() * fragment.sampleTicks()));
            }
            offset += fragment.size();
        }
        return List.copyOf(ranges);
    }

    /** Its bytes, put together anew with every call. */
    public byte[] bytes() {
        ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(sizeBytes()));
        target.putInt(STYP_SIZE)
                .put("stypcmfs".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .put("cmfsmsdh".getBytes(StandardCharsets.US_ASCII));
        fragments.forEach(fragment -> fragment.write(source, target));
        return target.array();
    }
}
